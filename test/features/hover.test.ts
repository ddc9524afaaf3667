import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { atCursor, service, workspace, type Language } from '../support/editor.ts';

/** The words under the cursor, and the text they are about. */
function hover(source: string, languageId?: Language): { about: string; words: string } | undefined {
  const { doc, at, text } = atCursor(source, languageId);
  const found = service.hover(workspace, doc, at);
  if (!found?.range) return undefined;
  return {
    about: text.slice(doc.offsetAt(found.range.start), doc.offsetAt(found.range.end)),
    words: (found.contents as MarkupContent).value,
  };
}

const task = (body: string): string => `do:\n  - a:\n      ${body}\n`;

describe('one line says it', () => {
  test.each([
    [task('wait: PT|15M'), 'PT15M', '`PT15M` — 15 minutes.'],
    [
      'schedule:\n  cron: 0 9 *| * 1-5\ndo: []\n',
      '0 9 * * 1-5',
      '`0 9 * * 1-5` — at 09:00, Monday to Friday. Next: Tue 24 Nov 09:00, Wed 25 Nov 09:00, Thu 26 Nov 09:00 (UTC).',
    ],
    [task('wait: PT1S\n      then: e|nd'), 'end', '`end` — Ends the workflow.'],
    [
      'do:\n  - a|:\n      call: http\n      with: { method: post, endpoint: https://api.acme.io/x }\n',
      'a',
      '"a" · call · POST api.acme.io',
    ],
    ['use:\n  functions:\n    gre|et:\n      call: http\ndo: []\n', 'greet', '"greet" · function'],
  ])('%j', (source, about, words) => {
    expect(hover(source)).toEqual({ about, words });
  });
});

describe('begins with', () => {
  test.each<[string, string, string, Language?]>([
    [task('ca|ll: http'), 'call', 'Calls a service'],
    [task('call: ht|tp'), 'http', '`http` — '],
    [task('call: http\n      with: { method: po|st }'), 'post', '`post` — '],
    ['document:\n  ds|l: 1.0.0\ndo: []', 'dsl', 'The release of the language'],
    [
      task('raise:\n        error:\n          type: https://serverlessworkflow.io/spec/1.0.0/errors/time|out'),
      'https://serverlessworkflow.io/spec/1.0.0/errors/timeout',
      '`https://serverlessworkflow.io/spec/1.0.0/errors/timeout` — ',
    ],
    ['{"specversion": "1.0", "ti|me": "x"}', '"time"', 'Says when it happened', 'cloudevent'],
    ['[{"specversion": "1.0"}, {"specversion": "1.0", "sou|rce": "x"}]', '"source"', 'Says where it happened', 'cloudevent'],
    ['{"document": {}, "do": [{"a": {"wa|it": "PT1S"}}]}', '"wait"', 'Pauses this long', 'workflow-json'],
  ])('%j', (source, about, words, languageId) => {
    const said = hover(source, languageId);
    expect(said?.about).toBe(about);
    expect(said?.words.slice(0, words.length)).toBe(words);
  });
});

test('a key: what it does, an example, facts in one line', () => {
  const lines = hover('document:\n  na|me: x\ndo: []\n')!.words.split('\n');
  expect(lines[0]).toMatch(/^Names the workflow/);
  expect(lines).toContain('```yaml');
  expect(lines.at(-1)).toMatch(/^text · required · since 1\.0\.0 · \[reference\]\(https:[^)]*\/dsl-reference\.md#document\)$/);
});

/** The line under a hover, without the link. */
const facts = (source: string): string =>
  hover(source)!
    .words.split('\n')
    .at(-1)!
    .replace(/ · \[reference\].*$/, '');
const call = (kind: string, inside: string): string => task(`call: ${kind}\n      with:\n        ${inside}`);

describe('the line of facts', () => {
  test.each([
    // What came with the value that chooses it, at any depth.
    [call('mcp', 'transport: { http: { end|point: https://a.io } }'), 'text or mapping · required · since 1.0.2'],
    [call('a2a', 'par|ameters: { a: 1 }'), 'mapping or text · optional · since 1.0.2'],
    [call('a2a', 'agentCard: { endpoint: { u|ri: https://a.io } }'), 'text · required · since 1.0.2'],
    [call('http', 'endpoint: { u|ri: https://a.io }'), 'text · required · since 1.0.0'],
    ['evaluate: { mo|de: strict }\ndo: []\n', '`strict`, `loose` · default `strict` · optional · since 1.0.3 (July 2026)'],
    [task('try: []\n      catch: { errors: { with: { det|ail: x } } }'), 'text · optional · since 1.0.3 (July 2026)'],
    [
      'use: { authentications: { a: { oauth2: { auth|ority: https://a.io } } } }\ndo: []\n',
      'text · required since 1.0.3 (July 2026) · since 1.0.0',
    ],
    [task('emit: { event: { with: { type: a.b, sou|rce: https://a.io } } }'), 'text · optional since 1.0.3 (July 2026) · since 1.0.0'],
    // A key that decides what its task does is neither wanted nor optional.
    [task('se|t: { a: 1 }'), 'task · output: the data · since 1.0.0'],
    [task('f|or: { in: .x }\n      do: []'), 'task · output: usually that of the last round · since 1.0.0'],
    [task('d|o: []'), 'task · output: that of the last task inside · since 1.0.0'],
    [task('ca|ll: greet'), 'task · output: what the function returns · since 1.0.0'],
    [task('em|it: { event: { with: { type: a.b } } }'), 'task · since 1.0.0'],
    [task('listen: { to: { o|ne: { with: { type: a.b } } } }'), 'mapping · since 1.0.0'],
    ['use: { authentications: { a: { ba|sic: { username: a, password: b } } } }\ndo: []\n', 'mapping · since 1.0.0'],
    ['use: { authentications: { a: { basic: { us|ername: a, password: b } } } }\ndo: []\n', 'text · required · since 1.0.0'],
    [task('try: []\n      ca|tch: {}'), 'mapping · required · since 1.0.0'],
  ])('%j', (source, line) => {
    expect(facts(source)).toBe(line);
  });
});

describe('inside a text', () => {
  const loop = 'do:\n  - l:\n      for: { each: pet, in: .pets }\n      do:\n        - x: { set: { a: "${ $p|et.name }" } }\n';
  test.each<[source: string, about: string, words: string, language?: Language]>([
    [task("set: { a: '${ $con|text.id }' }"), '$context', '`$context` — What tasks have kept'],
    [task('if: $inp|ut.a'), '$input', '`$input` — The input of the task'],
    [task("wait: PT1S\n      export: { as: '$context + $out|put' }"), '$output', '`$output` — The output of the task'],
    [task("set: { a: '${ $work|flow.id }' }"), '$workflow', '`$workflow` — This run'],
    [task('if: $ta|sk.name == "a"'), '$task', '`$task` — The task that runs'],
    [task('if: $run|time.name == "a"'), '$runtime', '`$runtime` — What runs the workflow'],
    [task("set: { a: '${ $auth|orization.scheme }' }"), '$authorization', '`$authorization` — How the task signed in'],
    [task("set: { a: '${ $sec|rets.key }' }"), '$secrets', '`$secrets` — The secrets that'],
    [task('try: []\n      catch: { when: $err|or.status == 1 }'), '$error', '`$error` — The error that was caught'],
    [task('try: []\n      catch: { as: oops, when: $oo|ps.status == 1 }'), '$oops', '`$oops` — The error that was caught'],
    [
      task('set: |-\n        ${\n          $input\n          | $con|text.id }'.replace('|-', '\\|-').replace('| $', '\\| $')),
      '$context',
      '`$context` — What',
    ],
    [loop, '$pet', '`$pet` — The item of this round'],
    // What a task around brings goes before what the runtime has by the same name.
    [
      loop.replaceAll('pet }', 'task }').replace('$p|et', '$ta|sk').replace('each: pet', 'each: task'),
      '$task',
      '`$task` — The item of this round',
    ],
    [loop.replace('"${ $p', '"${ .as + $p'), '$pet', '`$pet` — The item of this round'],
    ['{"do": [{"a": {"set": {"x": "${ \\"\\\\($in|put.a)\\" }"}}}]}', '$input', '`$input` — The input of the task', 'workflow-json'],
    [task('call: http\n      with: { method: get, endpoint: https://a.io/{pe|tId} }'), '{petId}', '`{petId}` — The value of `petId`'],
    [
      task('call: http\n      with: { method: get, endpoint: { uri: "https://a.io/{pe|tId}/x" } }'),
      '{petId}',
      '`{petId}` — The value of `petId`',
    ],
  ])('%j', (source, about, words, languageId) => {
    const said = hover(source, languageId);
    expect(said?.about).toBe(about);
    expect(said?.words.slice(0, words.length)).toBe(words);
  });

  test.each([
    // In a string or a comment of jq, of a name it gives itself, in what is no expression.
    task('if: .a == "$in|put"'),
    task("set: { a: '${ . # $in|put\n }' }"),
    task("set: { a: '${ .a as $input | $in|put }' }".replace(' | ', ' \\| ')),
    task('set: { a: costs $in|put }'),
    // Known in what the loop does, not in what it goes through.
    task('for: { in: $it|em.more }\n      do: []'),
    task('run: { script: { language: js, code: "let $in|put" } }'),
  ])('nothing of %j', (source) => {
    expect(hover(source)?.words ?? '').not.toMatch(/^`\$/);
  });
});

test('extension attributes of events that are published and waited for', () => {
  const emit = (key: string): string => hover(task(`emit: { event: { with: { type: a.b, ${key}: x } } }`))!.words;
  expect(emit('corre|lationid')).toMatch(/^Groups all events of one business case/);
  expect(emit('ten|ant')).toMatch(/^An extension attribute of your own/);
  expect(hover(task('listen: { to: { one: { with: { type: a.b, ten|ant: x } } } }'))!.words).toMatch(
    /^An extension attribute that the event must have/,
  );
});

test('what starts a workflow does not go on with it', () => {
  for (const key of ['one', 'any', 'all'])
    expect(hover(`schedule:\n  on:\n    ${key}|: ${key === 'one' ? '{}' : '[]'}\ndo: []\n`)!.words).toMatch(/^Starts a run /);
});

test('both hosts of the standard errors are explained, where they are raised and where they are caught', () => {
  for (const host of ['serverlessworkflow.io', 'open-workflow-specification.org'])
    for (const body of ['raise: { error: { type: TYPE } }', 'try: []\n      catch: { errors: { with: { type: TYPE } } }'])
      expect(hover(task(body.replace('TYPE', `https://${host}/spec/1.0.0/errors/time|out`)))!.words).toMatch(
        / — Something took too long\. Status 408\.$/,
      );
});

test('fields of a schedule that not every runtime knows', () => {
  const cron = (text: string): string => hover(`schedule: { cron: '${text}|' }\ndo: []\n`)!.words;
  expect(cron('0 9 * * *')).not.toMatch(/fields/);
  expect(cron('30 0 9 * * *')).toMatch(/ Its six fields begin with seconds, which not every runtime understands\.$/);
  expect(cron('30 0 9 * * * 2027')).toMatch(
    / Its seven fields begin with seconds and end with years, which not every runtime understands\.$/,
  );
});

test('a reference shows its target', () => {
  for (const lineBreak of ['\n', '\r\n', '\r'])
    expect(
      hover('do:\n  - a:\n      wait: PT1S\n      then: b|\n  - b:\n      set:\n        x: 1\n'.replaceAll('\n', lineBreak))!.words,
    ).toBe('"b" · set · x\n\n```yaml\nb:\n  set:\n    x: 1\n```');
});

test('an alias shows what it stands for', () => {
  const { words } = hover('do:\n  - a:\n      wait: &short\n        seconds: 5\n  - b:\n      wait: *sh|ort\n')!;
  expect(words).toContain('`*short` stands for:');
  expect(words).toContain('seconds: 5');
});

test('nothing in comments, in free data, in files that are not ours, in older workflows', () => {
  expect(hover('document:\n  # na|me\n  name: x\ndo: []\n')).toBeUndefined();
  expect(hover('services:\n  we|b: 1\n', 'yaml')).toBeUndefined();
  expect(hover(task('set:\n        na|me: 1'))).toBeUndefined();
  expect(hover('id: x\nspecVersion: "0.8"\nstates:\n  - na|me: a\n    type: inject\n')).toBeUndefined();
});

describe('where the workflow runs', () => {
  const on = (target: string, tasks: string): string =>
    `document: { dsl: 1.0.3, namespace: a, name: b, version: 1.0.0, metadata: { heddle: { target: ${target} } } }\n${tasks}`;
  const paragraphs = (source: string): readonly string[] => hover(source)?.words.split('\n\n') ?? [];

  test('a key says what the runtime makes of it, in front of the facts', () => {
    const said = paragraphs(on('swf', task('fo|rk: { branches: [] }')));
    expect(said.at(-2)).toBe('On swf the output of "fork" has the output of each branch under its name.');
    expect(said.at(-1)).toMatch(/^task · /);
  });

  test.each([
    ['nobody says', task('fo|rk: { branches: [] }')],
    ['a runtime that does what the specification says', on('go-sdk', task('fo|rk: { branches: [] }'))],
    ['a name of the user', on('swf', 'do:\n  - fo|rk: { set: { x: 1 } }\n')],
    ['free data', on('swf', task('set: { for|k: 1 }'))],
    ['another key of that name', on('quarkus-flow', task("set: { x: 1 }\n      ou|tput: { as: '${ .x }' }"))],
  ])('%s: nothing', (_, source) => {
    expect(hover(source)?.words ?? '').not.toMatch(/On (?:swf|the Go SDK|Quarkus Flow)/);
  });

  test.each([
    [
      on('quarkus-flow', task("set: { x: 1 }\n      export: { a|s: '${ .x }' }")),
      /On Quarkus Flow "\." in "export\.as" is the context so far/,
    ],
    [on('go-sdk', task('ca|ll: http')), /On the Go SDK there is no "call"/],
    [on('quarkus-flow', task('run: { sh|ell: { command: ls } }')), /On Quarkus Flow of "run" there is only "workflow"/],
    [on('scaleway', 'schedu|le: { every: PT1H }\ndo: []\n'), /On Scaleway Data Orchestrator there is no/],
    [on('quarkus-flow', task('call: http\n      with: { method: get, endpoint: https://a.example, outp|ut: raw }')), /the outputs "raw"/],
  ])('%j', (source, words) => {
    expect(hover(source)?.words).toMatch(words);
  });
});
