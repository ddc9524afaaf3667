/** Commands of GitHub's runner: each problem is an annotation at its line. */
import type { Severity } from '../../rules/finding.ts';
import { pathFrom } from './place.ts';
import type { Problem, Report } from './result.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

const escapes: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A', ':': '%3A', ',': '%2C' };
const escaped = (text: string, signs: RegExp): string => text.replace(signs, (sign) => escapes[sign]!);
const inMessage = (text: string): string => escaped(text, /[%\r\n]/g);
const inProperty = (text: string): string => escaped(text, /[%\r\n:,]/g);

const command = (name: string, properties: Readonly<Record<string, string | number>>, message: string): string =>
  `::${name} ${Object.entries(properties)
    .map(([key, value]) => `${key}=${inProperty(String(value))}`)
    .join(',')}::${inMessage(message)}\n`;

/** Of a range over several lines the runner wants no columns, so that it is told where that begins. */
const placeOf = ({ range: { start, end } }: Problem): Readonly<Record<string, number>> => ({
  line: start.line + 1,
  ...(start.line === end.line ? { endLine: end.line + 1 } : {}),
  col: start.character + 1,
  ...(start.line === end.line ? { endColumn: end.character + 1 } : {}),
});

/** A line a problem: `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`. Paths are those in the repository. */
export const reportGithub = ({ results, failures, repository }: Report): string =>
  [
    ...failures.map((message) => command('error', { title: 'Heddle' }, message)),
    ...results.flatMap(({ file, diagnostics }) =>
      diagnostics.map((problem) =>
        command(
          commands[problem.severity],
          { file: pathFrom(repository, file), ...placeOf(problem), title: problem.code || 'Heddle' },
          problem.message,
        ),
      ),
    ),
  ].join('');
