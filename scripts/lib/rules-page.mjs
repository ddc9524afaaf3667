/** The pages of docs/rules.md as Markdown: what a rule says, why, how it is written wrong and right, where that comes from. */

/** What the rules of a group are about. */
export const about = {
  document: 'The document as a whole.',
  schema: 'What may stand where.',
  flow: 'Where control goes on.',
  reference: 'Names that refer to something defined elsewhere in the document, or in another file.',
  call: 'What is called, and how.',
  time: 'Durations and schedules.',
  event: 'Events that a workflow emits and waits for.',
  error: 'Errors that are raised and caught.',
  fork: 'Branches that run at the same time.',
  run: 'Scripts, containers and other workflows.',
  data: 'What tasks hand on to each other.',
  security: 'What nobody should read, and what should not be executed.',
  portability:
    'What runtimes do in ways of their own. Most of it is told once somebody says where workflows run: see the setting `heddle.target`.',
  style: 'Matters of taste.',
  cloudevent: 'CloudEvents 1.0.',
  cesql: 'Expressions of CESQL 1.0, the query language of CloudEvents, in `.cesql` files.',
  settings: 'What is asked of Heddle itself, in `heddle.config.yaml` and in suppressions.',
};

const specification = 'https://github.com/open-workflow-specification/specification/blob/main';
const events = 'https://github.com/cloudevents/spec/blob/main/cloudevents';

/** Where the texts stand that a clause names. */
const sources = {
  'dsl-reference': { name: 'DSL reference', page: `${specification}/dsl-reference.md` },
  dsl: { name: 'DSL', page: `${specification}/dsl.md` },
  core: { name: 'CloudEvents', page: `${events}/spec.md` },
};

/** The same of texts whose sections go by numbers. */
const numbered = {
  json: { name: 'CloudEvents in JSON', page: `${events}/formats/json-format.md` },
  http: { name: 'CloudEvents over HTTP', page: `${events}/bindings/http-protocol-binding.md` },
  cesql: { name: 'CESQL', page: 'https://github.com/cloudevents/spec/blob/main/cesql/spec.md' },
};

/** The anchor GitHub makes of a heading. */
const anchorOfHeading = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');

/** `dsl: Task Flow; core: id, source` with links, where it is known where that stands. */
const linked = (clause) =>
  clause
    .split('; ')
    .map((part) => {
      const [, source, headings] = /^([a-z-]+): (.*)$/.exec(part) ?? [];
      const { name, page } = sources[source] ?? {};
      const [, text, sections] = /^([a-z]+) (§.*)$/.exec(part) ?? [];
      if (numbered[text]) return `[${numbered[text].name}](${numbered[text].page}) ${sections}`;
      if (!page) return part;
      const links = headings.split(', ').map((heading) => `[${heading}](${page}#${anchorOfHeading(heading.replace(/ \(.*\)$/, ''))})`);
      return `${name}: ${links.join(', ')}`;
    })
    .join(' · ');

const fence = (text, language) => `\`\`\`${language}\n${text.replace(/^\n|\n$/g, '').replace(/(x)\1{99,}/g, '$1…')}\n\`\`\``;
/** What GitHub calls the languages that a rule says its examples are in; the others are told by their first sign. */
const fences = { http: 'http', cesql: 'sql' };
const languageOf = (text, language) => fences[language] ?? (/^\s*[[{"]/.test(text) ? 'json' : 'yaml');

/** How an example begins that is about something else. */
const usualHead = /^\s*document: \{ dsl: 1\.0\.3, namespace: shop, name: order, version: 1\.0\.0 \}\n/;
/** The first line that matters to the reader. */
const headLength = (text) => usualHead.exec(text)?.[0].length ?? 0;

/** A text, or those of several files under their names. */
const block = (source, language) =>
  typeof source === 'string'
    ? fence(source.slice(headLength(source)), languageOf(source, language))
    : Object.entries(source)
        .map(([name, each]) => `\`${name}\`\n\n${block(each.trimStart())}`)
        .join('\n\n');

/** The text with a line of `^^^` below each place. */
function pointed(text, places, language) {
  const sign = languageOf(text, language) === 'json' ? '//' : '#';
  const head = headLength(text);
  const first = places.some(({ start }) => start < head) ? 0 : head;
  const lines = text.slice(first).split('\n');
  const below = new Map();
  for (const { start, end } of places) {
    const before = text.slice(first, start).split('\n');
    const line = before.length - 1;
    const column = before[line].length;
    const length = Math.max(1, Math.min(end - start, lines[line].length - column));
    const old = below.get(line) ?? sign;
    below.set(line, `${old.padEnd(column)}${'^'.repeat(length)}`);
  }
  return fence(
    lines.flatMap((each, index) => (below.has(index) ? [each, below.get(index)] : [each])).join('\n'),
    languageOf(text, language),
  );
}

const quoted = (messages) => [...new Set(messages)].map((message) => `> ${message}`).join('\n>\n');
const unmarked = (text) => text.replace(/[«»]/g, '');

/** The lines that differ, as a diff. */
function diff(before, after) {
  const [a, b] = [before, after].map((text) =>
    text
      .slice(headLength(text))
      .replace(/^\n|\n$/g, '')
      .split('\n'),
  );
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const removed = a.slice(start, a.length - end).map((line) => `-${line}`);
  const added = b.slice(start, b.length - end).map((line) => `+${line}`);
  return fence([...removed, ...added].join('\n'), 'diff');
}

/** A bad example: the places, what is said of them, and what the fix makes of it. */
function wrong({ text, fixed }, found, language) {
  if (typeof text !== 'string') {
    const plain = Object.fromEntries(Object.entries(text).map(([name, each]) => [name, unmarked(each)]));
    const files = Object.entries(plain).map(([name, each]) => `\`${name}\`\n\n${pointed(each, found[name] ?? [])}`);
    const changed = Object.entries(fixed ?? {}).map(([name, each]) => `\`${name}\`\n\n${diff(plain[name], each)}`);
    const all = Object.values(found).flat();
    return [...files, quoted(all.map(({ message }) => message)), ...(changed.length > 0 ? [fixTitles(all), ...changed] : [])];
  }
  const plain = unmarked(text);
  return [
    pointed(plain, found, language),
    quoted(found.map(({ message }) => message)),
    ...(fixed ? [fixTitles(found), diff(plain, fixed)] : []),
  ].filter(Boolean);
}

const fixTitles = (found) => {
  const titles = new Set(found.flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred).map(({ title }) => title)));
  return `${[...titles].map((title) => `*${title}*`).join(', ')}:`;
};

const cell = (text) => text.replaceAll('|', '\\|');

/** What runtimes make of it, and how that is known; those that do not have it at all have nothing in their row. */
function table({ readings }, targets) {
  const told = Object.entries(readings).map(([id, reading]) => {
    const name = id === 'spec' ? 'all others' : targets[id].name;
    return reading ? `| ${name} | ${cell(reading.does)} | ${reading.seen} |` : `| ${name} | does not have it | |`;
  });
  return ['| Runtime | What it does | Seen in its |', '| --- | --- | --- |', ...told].join('\n');
}

/** One rule. `saidOf` is what the service says about an example, `targets` are the runtimes by their ids. */
export function entry(rule, saidOf, targets) {
  const { code, level, why, clause, good, bad, construct, language } = rule;
  const [first] = bad;
  const isEvent = code.startsWith('cloudevent/');
  const plain =
    typeof first.text === 'string'
      ? unmarked(first.text)
      : Object.fromEntries(Object.entries(first.text).map(([name, each]) => [name, unmarked(each)]));
  return [
    `### ${code}`,
    `**${level}** · ${why}`,
    ...(construct ? [table(construct, targets)] : []),
    ...wrong(first, saidOf(rule, plain, isEvent), language),
    'Right:',
    block(good[0], language),
    ...(clause && !clause.startsWith('none') ? [`From ${linked(clause)}`] : []),
  ].join('\n\n');
}

/** All rules at a glance. */
export const overview = (groups, anchorOf) =>
  [
    '| Code | Level | Why |',
    '| --- | --- | --- |',
    ...[...groups.values()].flat().map(({ code, level, why }) => `| [${code}](#${anchorOf(code)}) | ${level} | ${cell(why)} |`),
    '| [syntax/…](#syntax) | | What the text cannot be read for. |',
  ].join('\n');
