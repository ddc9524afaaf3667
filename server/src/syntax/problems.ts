/** Everything the parsers stumble over, in words for people: one row a code. */
import type { ParseError } from './node.ts';

/** As loud as a problem is, unless a setting says otherwise. */
export type ProblemSeverity = 'error' | 'warning' | 'hint';

interface Row {
  readonly severity: ProblemSeverity;
  /** What is wrong and what to do; `a` and `b` are words from the text. */
  readonly say: (a: string, b: string) => string;
}

const row = (say: Row['say'], severity: ProblemSeverity = 'error'): Row => ({ severity, say });

const table = {
  // YAML
  'missing-colon': row((key, value) =>
    value ? `A colon is missing. Write "${key}: ${value}".` : `"${key}" has no colon. Write "${key}:".`,
  ),
  'missing-space-after-colon': row((key, value) => `A space is missing after the colon. Write "${key}: ${value}".`),
  'missing-space-after-dash': row((text) => `A space is missing after the dash. Write "- ${text}".`),
  'missing-dash': row((text) => `"${text}" stands in a list but does not start with "- ".`),
  'colon-in-value': row(() => 'A value that contains ": " stands in quotes. Quote the whole value.'),
  'key-behind-comma': row((key) => `"${key}" starts on a line of its own, without the comma before it.`),
  'nested-on-one-line': row((key) => `"${key}" starts on a line of its own, indented by two more spaces.`),
  'bracket-before-list': row((open) => `"${open}" is not needed: what stands below it is a list by its dashes. Remove it.`),
  'extra-dash': row((key) => `"${key}" is a key like those around it, not a list item. Remove the "-" before it.`),
  'list-on-key-line': row((key) => (key ? `The list of "${key}" starts on the next line.` : 'A list starts on a line of its own.')),
  tab: row(() => 'A tab indents this line. YAML is indented with spaces only.'),
  'odd-blank': row((name) => `This is ${name}, where a space or nothing belongs. Replace it.`),
  indentation: row((text) => `"${text}" does not line up with what stands above it. Give it the same indentation as its neighbours.`),
  'list-sign': row((sign) => `"${sign}" starts no list item. Write "- " in its place.`),
  'foreign-comment': row((sign) => `"${sign}" starts no comment in YAML. Write "#".`),
  'merge-conflict': row(() => 'This marks a merge conflict. Keep one of its two sides, without the marks.'),
  'code-fence': row(() => 'This line belongs to the text that the YAML was copied from. Remove it.'),
  'misplaced-dash': row(() => 'This "-" does not line up with the other items of the list. Give it the same indentation.'),
  'dash-without-list': row(() => 'A list item cannot stand here, among keys. Give it a key of its own.'),
  'unclosed-quote': row((quote, odd) =>
    odd
      ? `${odd} does not close a text that begins with ${quote}. Write ${quote} in its place.`
      : `The text has no closing ${quote}. Add one at its end.`,
  ),
  'text-after-value': row((text) => `"${text}" stands after the end of the value. Quote the whole value or remove the rest.`),
  'stray-separator': row((sign) => `"${sign}" separates nothing at the end of a line. Remove it.`),
  'text-after-quote': row((_text, fix) => `The quotes end before the text does. ${fix}`),
  'extra-quote': row(() => 'This quote is one too many. Remove it.'),
  'text-after-end': row(() => 'The document already ended above. Remove this or start a new document with "---".'),
  'bad-escape': row((escape) => `"${escape}" is not an escape. Write "\\${escape}" for a backslash, or use single quotes.`),
  'reserved-character': row((char) => `A value cannot start with "${char}". Put it in quotes.`),
  'unknown-alias': row((name) => `Nothing above is named "&${name}", which "*${name}" refers to. Quote the value if it is text.`),
  'alias-of-itself': row((name) => `"${name}" contains itself: "*${name}" stands inside what "&${name}" names. Write out what is meant.`),
  'alias-name': row(() => 'A name is missing after the "*". Quote the value if it is text.'),
  'anchor-name': row(() => 'A name is missing after the "&". Quote the value if it is text.'),
  'second-anchor': row((text) => `A value has one name and one tag. Remove "${text}".`),
  'named-alias': row((alias, name) => `"${alias}" stands for a value that has its own name and tag. Remove "${name}".`),
  'duplicate-anchor': row((name) => `"&${name}" is already used above. Give this one another name.`, 'warning'),
  'block-header': row((text) => `"${text}" cannot stand after "|" or ">". The text starts on the next line.`),
  'blank-line-indentation': row(() => 'This empty line is indented deeper than the text below it. Remove its spaces.'),
  'unclosed-bracket': row((open, close) => `"${open}" is not closed. Add "${close}".`),
  'unopened-bracket': row((close, open) => `"${close}" closes nothing. Remove it or add "${open}" before it.`),
  'wrong-bracket': row((found, wanted) => `"${found}" stands where "${wanted}" was expected. Close with "${wanted}".`),
  'extra-bracket': row((open) => `"${open}" is one too many. Remove it.`),
  'wrong-opener': row((found, wanted) => `What follows does not stand in "${found}". Write "${wanted}".`),
  'missing-bracket': row((key, open) => `"${key}" has no "${open}" before what it holds. Add it.`),
  'line-twice': row(() => 'This line says what the one above says. Remove it.'),
  'missing-brace': row((key) => `"${key}" begins an object that has no "{". Add it.`),
  'lines-swapped': row((key, way) =>
    key
      ? `"${key}" and the line ${way} it stand the wrong way round. Swap them.`
      : 'This line and the one below it stand the wrong way round. Swap them.',
  ),
  'missing-comma': row(() => 'A comma is missing before this.'),
  'extra-comma': row(() => 'Nothing stands before this comma. Remove it.'),
  'brackets-in-text': row((text) => `Inside [ ] and { }, a value with brackets in it stands in quotes. Quote "${text}".`),
  'dash-in-brackets': row(() => 'A dash starts no list item inside brackets. Remove it, or put it in quotes.'),
  'block-after-marker': row((text) => `"${text}" starts on a line of its own, below "---".`),
  'directive-form': row((wanted) => `Write this line as "${wanted}", once, with a line "---" below it.`),
  directive: row((text) => `"${text}" is not a line YAML knows. Only %YAML and %TAG may start with "%".`, 'warning'),
  'too-deep': row(() => 'This is nested too deeply to be read.'),
  // JSON
  'json-comment': row(() => 'JSON has no comments. Other tools may refuse this file.', 'hint'),
  'unclosed-comment': row(() => 'The comment is not closed. Add "*/".'),
  'trailing-comma': row(() => 'Nothing follows this comma. Remove it.'),
  'single-quotes': row(() => 'JSON wants double quotes. Change the quotes to ".'),
  'unquoted-key': row((key) => `Keys stand in double quotes. Write "${key}" with quotes.`),
  'unquoted-text': row((text) => `"${text}" stands without quotes. Text wants double quotes; else write true, false, null or a number.`),
  'word-spelling': row((text, word) => `"${text}" is not a JSON word. Write ${word}.`),
  'missing-value': row((key) => (key ? `"${key}" has no value. Write one after the colon.` : 'A value is missing here.')),
  'missing-json-colon': row((key) => `A colon is missing after "${key}".`),
  'missing-key': row((open) => `A key is missing before ${open ? `this "${open}"` : 'the colon'}.`),
  'json-escape': row((escape) => `"${escape}" is not an escape. Write "\\${escape}" for a backslash.`),
  semicolon: row(() => 'Members are separated by commas. Change ";" to ",".'),
  'key-in-list': row((key) => `"${key}" is a key, but this is a list. Put it in braces, or take it out.`),
  'text-after-json': row((next) =>
    next
      ? `The JSON already ended before this "${next}". Put both values in one list, or each on a line of a ".jsonl" file.`
      : 'The JSON already ended before this. Remove it.',
  ),
  'missing-opener': row(() => 'The JSON starts with a key. Add "{" before it.'),
  'text-before-json': row((open) => `The JSON starts only at "${open}". Remove what stands before it.`),
  'bad-number': row((text) => `"${text}" is not a number as JSON writes them, such as 10, 0.5 or 1e3.`),
  'control-character': row((code, where) =>
    code
      ? `A control character (U+${code}) stands inside the text. Write \\u${code} ${where}or remove it.`
      : 'A line break or tab stands inside the text. Write \\n or \\t.',
  ),
  'unexpected-character': row((char) => `"${char}" has no meaning here. Remove it.`),
} satisfies Record<string, Row>;

export type ProblemName = keyof typeof table;

/** The names of all syntax errors; a code is `syntax/` and a name. */
export const problemNames = Object.keys(table) as readonly ProblemName[];

/** A problem with its words; long stretches of text are cut. */
export function problem(name: ProblemName, start: number, end: number, a = '', b = ''): ParseError {
  return { code: `syntax/${name}`, message: table[name].say(short(a), short(b)), start, end };
}

/** How loud a problem of this code is. */
export function severityOf(code: string): ProblemSeverity {
  const name = code.replace(/^syntax\//, '');
  return name in table ? table[name as ProblemName].severity : 'error';
}

const short = (text: string): string => {
  const line = text.split(/[\r\n]/, 1)[0]!;
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};
