import { describe, expect, test } from 'vitest';
import { service, treatedAsWorkflow, workspace } from '../support/editor.ts';
import { done, expectDone, head, jsonHead, lines, offered } from '../support/refactor.ts';

describe('wrapping tasks', () => {
  const before = lines('do:', '  # first', '  - a|: # of a', '      set:', '        # deep', '        x: 1', '  - b:', '      wait: PT1S');
  const inside = (...more: string[]) => lines('do:', '  # first', ...more, '  - b:', '      wait: PT1S');
  const a = ['a: # of a', '  set:', '    # deep', '    x: 1'];
  const at = (column: number, dash: string) => [
    `${' '.repeat(column)}- ${dash}`,
    ...a.slice(1).map((line) => ' '.repeat(column + 2) + line),
  ];
  test('try', () => {
    expectDone('Wrap "a" in try', before, inside('  - tryA:', '      try:', ...at(8, a[0]!), '      catch: {}'));
  });
  test('do', () => {
    expectDone('Wrap "a" in do', before, inside('  - doA:', '      do:', ...at(8, a[0]!)));
  });
  test('for', () => {
    expectDone('Wrap "a" in for', before, inside('  - forA:', '      for:', '        in: .items', '      do:', ...at(8, a[0]!)));
  });
  test('fork, with a branch beside it', () => {
    expectDone(
      'Wrap "a" in fork',
      before,
      inside(
        '  - forkA:',
        '      fork:',
        '        branches:',
        ...at(10, a[0]!),
        '          - branch:',
        '              set:',
        '                done: todo',
      ),
    );
  });
  test('several tasks', () => {
    expectDone(
      'Wrap 2 tasks in do',
      lines('do:', '  - «a:', '      set: { x: 1 }', '  - b»: { wait: PT1S } # b', '  - c: { wait: PT1S }'),
      lines(
        'do:',
        '  - doAll:',
        '      do:',
        '        - a:',
        '            set: { x: 1 }',
        '        - b: { wait: PT1S } # b',
        '  - c: { wait: PT1S }',
      ),
    );
  });
  test.each([
    ['from the start of a line to that of another', '«  - a:\n      wait: PT5M\n  - b:\n      wait: PT1M\n»  - c: { wait: PT1M }\n'],
    ['from the dash', '  «- a:\n      wait: PT5M\n  - b»: { wait: PT1M }\n  - c: { wait: PT1M }\n'],
    ['to the dash of the next', '  - «a:\n      wait: PT5M\n  - b: { wait: PT1M }\n  -» c: { wait: PT1M }\n'],
  ])('selected %s', (_, tasks) => {
    expect(offered(`${head}do:\n${tasks}`).titles).toContain('Wrap 2 tasks in try');
  });
  test.each(['|  - a: { wait: PT5M }\n', '  |- a: { wait: PT5M }\n', '  - |a: { wait: PT5M }\n'])('with the cursor at %j', (tasks) => {
    expect(offered(`${head}do:\n${tasks}`).titles).toContain('Wrap "a" in try');
  });
  test('with where it goes on, and what leads to it', () => {
    expectDone(
      'Wrap "b" in do',
      lines(
        'do:',
        '  - a:',
        '      if: .x',
        '      set: { x: 1 }',
        '      then: b',
        '  - c:',
        '      if: .y',
        '      set: { x: 1 }',
        '      then: d',
        '  - b|:',
        '      wait: PT1S',
        '      then: end',
        '  - d: { set: { x: 1 } }',
      ),
      lines(
        'do:',
        '  - a:',
        '      if: .x',
        '      set: { x: 1 }',
        '      then: doB',
        '  - c:',
        '      if: .y',
        '      set: { x: 1 }',
        '      then: d',
        '  - doB:',
        '      do:',
        '        - b:',
        '            wait: PT1S',
        '      then: end',
        '  - d: { set: { x: 1 } }',
      ),
    );
  });
  test('four spaces, dashes in the column of their key', () => {
    expectDone(
      'Wrap "a" in try',
      lines('use:', '    timeouts:', '        x: { after: PT1S }', 'do:', '- a|:', '        wait: PT1S', '        timeout: x'),
      lines(
        'use:',
        '    timeouts:',
        '        x: { after: PT1S }',
        'do:',
        '- tryA:',
        '      try:',
        '      - a:',
        '              wait: PT1S',
        '              timeout: x',
        '      catch: {}',
      ),
    );
  });
  test('flow and JSON, on one line and on several', () => {
    expect(done(`${head}do: [ { a|: { wait: PT1S } } ]\n`, 'Wrap "a" in try')).toBe(
      `${head}do: [ { tryA: { try: [{ a: { wait: PT1S } }], catch: {} } } ]\n`,
    );
    expect(done(`{ ${jsonHead}, "do": [{ "a|": { "wait": "PT1S" } }] }`, 'Wrap "a" in do', 'json')).toBe(
      `{ ${jsonHead}, "do": [{ "doA": { "do": [{ "a": { "wait": "PT1S" } }] } }] }`,
    );
    const json = (...all: string[]) => lines('{', `  ${jsonHead},`, '  "do": [', ...all, '  ]', '}');
    expect(done(json('    {', '      "a|": { "wait": "PT1S" }', '    }'), 'Wrap "a" in fork', 'workflow-json')).toBe(
      json(
        '    {',
        '      "forkA": {',
        '        "fork": {',
        '          "branches": [',
        '            {',
        '              "a": { "wait": "PT1S" }',
        '            },',
        '            { "branch": { "set": { "done": "todo" } } }',
        '          ]',
        '        }',
        '      }',
        '    }',
      ),
    );
  });
  test('a text in lines keeps them', () => {
    expectDone(
      'Wrap "a" in do',
      lines(
        'do:',
        '  - a|:',
        '      run:',
        '        script:',
        '          language: js',
        '          code: \\|',
        '            x',
        '',
        '              y',
      ),
      lines(
        'do:',
        '  - doA:',
        '      do:',
        '        - a:',
        '            run:',
        '              script:',
        '                language: js',
        '                code: |',
        '                  x',
        '',
        '                    y',
      ),
    );
  });
  test('not what leads out of a list, nor half a task', () => {
    for (const source of [
      'do:\n  - a|:\n      switch:\n        - x: { when: .x, then: exit }\n        - y: { then: continue }\n',
      'do:\n  - a|:\n      switch:\n        - x: { when: .x, then: b }\n        - y: { then: end }\n  - b: { wait: PT1S }\n',
      'do:\n  - a|\n',
      'do:\n  - - a|: { wait: PT1S }\n',
      'do: [ a|',
      '|',
    ])
      expect(offered(head + source).titles.filter((title) => title.startsWith('Wrap'))).toEqual([]);
  });
});

describe('unwrapping a task', () => {
  test('is wrapping backwards', () => {
    const text = `${head}do:\n  # c\n  - a|: # d\n      wait: PT1S\n  - b: { set: { x: 1 } }\n`;
    for (const kind of ['try', 'do', 'for']) {
      const wrapped = done(text, `Wrap "a" in ${kind}`);
      const name = `${kind}A`;
      expect(done(wrapped.replace(`${name}:`, `${name}|:`), `Unwrap "${name}"`)).toBe(text.replace('|', ''));
    }
    const json = `{ ${jsonHead}, "do": [{ "a|": { "wait": "PT1S" } }] }`;
    expect(done(done(json, 'Wrap "a" in try', 'json').replace('tryA', 'tryA|'), 'Unwrap "tryA"', 'json')).toBe(json.replace('|', ''));
    const caught = 'do:\n  - pay|:\n      try:\n        - a: { wait: PT1S }\n      catch: { retry: { delay: PT1S } }\n';
    expect(offered(head + caught).titles).toContain('Unwrap "pay" and drop its "catch"');
  });
  test('with where it goes on', () => {
    expectDone(
      'Unwrap "outer"',
      lines(
        'do:',
        '  - first: { if: .x, set: { x: 1 }, then: outer }',
        '  - other: { if: .y, set: { x: 1 }, then: d }',
        '  - outer|:',
        '      do:',
        '        - a:',
        '            wait: PT1S',
        '      then: end',
        '  - d: { set: { x: 1 } }',
      ),
      lines(
        'do:',
        '  - first: { if: .x, set: { x: 1 }, then: a }',
        '  - other: { if: .y, set: { x: 1 }, then: d }',
        '  - a:',
        '      wait: PT1S',
        '      then: end',
        '  - d: { set: { x: 1 } }',
      ),
    );
  });
  test('not where something would be lost', () => {
    for (const body of [
      '{ if: .x, do: [ { a: { wait: PT1S } } ] }',
      '{ do: [ { a: { wait: PT1S } }, { b: { wait: PT1S } } ] }',
      '{ do: [ { a: { wait: PT1S, then: exit } } ] }',
      '{ try: [ { a: { wait: PT1S } } ], catch: { do: [ { b: { wait: PT1S } } ] } }',
      '{ for: { in: .x }, do: [ { a: { set: { x: $item } } } ] }',
      '{ fork: { compete: true, branches: [ { a: { wait: PT1S } } ] } }',
      '\n      do:\n        # lost\n        - a: { wait: PT1S }',
    ])
      expect(offered(`${head}do:\n  - outer|: ${body}\n`).titles.filter((title) => title.startsWith('Unwrap'))).toEqual([]);
  });
});

test('moving a task', () => {
  const text = lines('do:', '  # of a', '  - a|: # a', '      set: { x: 1 }', '  # of b', '  - b:', '      wait: PT1S');
  expectDone(
    'Move "a" down',
    text,
    lines('do:', '  # of b', '  - b:', '      wait: PT1S', '  # of a', '  - a: # a', '      set: { x: 1 }'),
  );
  expect(offered(head + text).titles).not.toContain('Move "a" up');
  expect(done(`{ ${jsonHead}, "do": [{ "a": { "wait": "PT1S" } }, { "b|": { "set": { "x": 1 } } }] }`, 'Move "b" up', 'json')).toBe(
    `{ ${jsonHead}, "do": [{ "b": { "set": { "x": 1 } } }, { "a": { "wait": "PT1S" } }] }`,
  );
});

test('what somebody said is a workflow is tried as one', () => {
  const doc = treatedAsWorkflow(lines('do:', '  - a: { set: { x: 1 } }', '  - b: { set: { x: 1 }, then: end }'));
  const titles = (word: string) => {
    const start = doc.text.indexOf(word);
    return service.refactorings(workspace, doc, doc.range({ start, end: start })).map(({ title }) => title);
  };
  expect(titles('b:')).toContain('Wrap "b" in try');
  // Nothing would lead to "a".
  expect(titles('b:')).not.toContain('Move "b" up');
});

describe('the short way and the long way', () => {
  test.each([
    ['minutes: 5', 'PT5M', '      wait: |PT5M # c', '      wait: # c\n        minutes: 5'],
    ['days: 1, hours: 2', 'P1DT2H', '      wait: |P1DT2H', '      wait:\n        days: 1\n        hours: 2'],
    ['seconds: 1, milliseconds: 500', 'PT1.5S', '      wait: |PT1.5S', '      wait:\n        seconds: 1\n        milliseconds: 500'],
    [
      'uri: https://x.example/{id}',
      'https://x.example/{id}',
      '      call: http\n      with: { method: get, endpoint: |"https://x.example/{id}" }',
      '      call: http\n      with: { method: get, endpoint: { uri: "https://x.example/{id}" } }',
    ],
    [
      'uri: https://x.example',
      'https://x.example',
      '      call: http\n      with:\n        method: get\n        endpoint: |https://x.example',
      '      call: http\n      with:\n        method: get\n        endpoint:\n          uri: https://x.example',
    ],
  ])('%s', (long, short, before, after) => {
    const [one, other] = [`do:\n  - a:\n${before}\n`, `do:\n  - a:\n${after}\n`];
    expect(done(head + one, `Write as "${long}"`).replaceAll("'", '"')).toBe(head + other);
    const crlf = (head + one).replaceAll('\n', '\r\n');
    expect(done(crlf, `Write as "${long}"`, 'yaml').replaceAll("'", '"')).toBe((head + other).replaceAll('\n', '\r\n'));
    if (after.includes('# c')) return;
    const back = done((head + other).replace(/(uri|minutes|hours|milliseconds):/, '$1|:'), `Write as "${short}"`);
    expect(back.replace(/["']/g, '')).toBe((head + one).replace('|', '').replace(/["']/g, ''));
  });
  test('JSON', () => {
    const json = (wait: string) => `{ ${jsonHead}, "do": [{ "a": { "wait": ${wait} } }] }`;
    expect(done(json('"|PT5M"'), 'Write as "minutes: 5"', 'json')).toBe(json('{ "minutes": 5 }'));
    expect(done(json('{ "|minutes": 5 }'), 'Write as "PT5M"', 'json')).toBe(json('"PT5M"'));
  });
  test('not where the other one cannot say it', () => {
    for (const wait of [
      'P1M',
      'PT0.5H',
      '{ minutes: ${ .x } }',
      '{ minutes: 5, years: 1 }',
      '\n        minutes: 5\n        # why\n        hours: 1',
      'P',
      '',
      '{}',
      '*x',
    ])
      expect(offered(`${head}do:\n  - a:\n      wait|: ${wait}\n`).titles.filter((title) => title.startsWith('Write'))).toEqual([]);
    const old = "id: a\nspecVersion: '0.8'\nstates:\n  - name: a\n    type: sleep\n    duration: PT5|M\n    end: true\n";
    expect(offered(old).titles).toEqual([]);
  });
});

describe('what would go wrong is not offered, before anything is tried', () => {
  test.each([
    ['a task to which nothing would lead', 'do:\n  - a: { set: { x: 1 } }\n  - b|: { set: { x: 1 }, then: end }\n', 'Move "b" up'],
    [
      'a "then" that would name what follows anyway',
      'do:\n  - a: { set: { x: 1 }, then: c }\n  - b|: { set: { x: 1 }, then: c }\n  - c: { wait: PT1S }\n',
      'Move "b" down',
    ],
    [
      'a case that leads out of the list',
      'do:\n  - a|: { switch: [ { x: { when: .x, then: c } }, { y: { then: b } } ] }\n  - b: { wait: PT1S }\n  - c: { wait: PT1S }\n',
      'Wrap "a" in do',
    ],
    [
      'a "then" that the "if" beside it may skip',
      'do:\n  - a|: { if: .x, set: { x: 1 }, then: end }\n  - b: { wait: PT1S }\n',
      'Wrap "a" in try',
    ],
  ])('%s', (_, text, title) => {
    expect(offered(head + text).titles).not.toContain(title);
  });
});
