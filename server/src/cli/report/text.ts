/** Lines for people and for grep: `file:line:column  severity  message  code`. */
import { languageById, languageOf } from '../../languages.ts';
import type { Severity } from '../../rules/finding.ts';
import type { FileResult, Problem, Report } from './result.ts';
import { count } from '../../formats/sentence.ts';

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39], green: [32, 39] } as const;
type Colour = keyof typeof codes;
type Paint = (colour: Colour, text: string) => string;

const painter =
  (colours: boolean): Paint =>
  (colour, text) =>
    colours ? `\u001b[${codes[colour][0]}m${text}\u001b[${codes[colour][1]}m` : text;

/** On one line, and with nothing in it that a terminal would obey: names and messages quote what stands in files of others. */
const onOneLine = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

const colourOf: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };

/** Why a file was left out: its name may promise what its text does not hold. */
function nothingIn({ file, isExcluded }: FileResult): string {
  if (isExcluded) return 'is excluded by heddle.config.yaml';
  const promised = languageById(languageOf(file) ?? '')?.holds;
  return promised ? `holds no ${promised}` : 'is not a workflow or an event';
}

/** Columns of one file stand under each other. */
function lines(result: FileResult, paint: Paint): string[] {
  const { kind, diagnostics } = result;
  const file = onOneLine(result.file);
  if (kind === 'none') return [`${file}  ${paint('dim', nothingIn(result))}`];
  const place = ({ range }: Problem): string => `${file}:${range.start.line + 1}:${range.start.character + 1}`;
  const width = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  const places = width(diagnostics.map(place));
  const words = width(diagnostics.map(({ severity }) => severity));
  return diagnostics.map((problem) => {
    const { severity, message, code } = problem;
    const severityWord = paint(colourOf[severity], severity.padEnd(words));
    return `${paint('bold', place(problem).padEnd(places))}  ${severityWord}  ${onOneLine(message)}  ${paint('dim', code)}`;
  });
}

const counted: readonly (readonly [Severity, one: string, many?: string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['information', 'note'],
  ['hint', 'hint'],
];

/** "2 errors, 1 hint in 2 files", or nothing. */
function found(results: readonly FileResult[], paint: Paint): string {
  const problems = results.flatMap(({ diagnostics }) => diagnostics);
  const counts = counted.flatMap(([severity, one, many]) => {
    const { length } = problems.filter((problem) => problem.severity === severity);
    return length === 0 ? [] : [paint(colourOf[severity], count(length, one, many))];
  });
  const files = results.filter(({ diagnostics }) => diagnostics.length > 0).length;
  return counts.length === 0 ? '' : `${counts.join(', ')} in ${count(files, 'file')}`;
}

/** How many files are only recognised, and as what: "recognised as DSL 0.8, its shape is not checked yet" → 30. */
function recognised(results: readonly FileResult[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { unchecked } of results) if (unchecked) counts.set(unchecked, (counts.get(unchecked) ?? 0) + 1);
  return counts;
}

/** What was checked and what was found; what is only recognised is told apart, so that it never passes for clean. */
function summary(results: readonly FileResult[], paint: Paint): string {
  const ours = results.filter(({ kind }) => kind !== 'none');
  if (ours.length === 0) return 'Nothing was checked.';
  const files = count(ours.length, 'file');
  const problems = found(ours, paint);
  const isChecked = problems !== '' || ours.some(({ unchecked }) => !unchecked);
  const sum = problems ? `${files} checked: ${problems}.` : `${files} checked, ${paint('green', 'no problems')}.`;
  const apart = [...recognised(ours)].map(([words, files]) => `${isChecked ? `${files} of them` : count(files, 'file')}: ${words}.`);
  return (isChecked ? [sum, ...apart] : apart).join('\n');
}

/** Nothing where nothing could be read. */
export function reportText({ results, colours }: Report): string {
  if (results.length === 0) return '';
  const paint = painter(colours);
  const blocks = results.map((result) => lines(result, paint)).filter((block) => block.length > 0);
  const notes = blocks.map((block) => `${block.join('\n')}\n`).join('');
  return `${notes}${notes === '' ? '' : '\n'}${summary(results, paint)}\n`;
}
