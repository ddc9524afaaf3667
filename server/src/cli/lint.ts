/** `heddle lint`: checks files as the editor does. */
import { version } from '../../../package.json';
import type { Severity } from '../rules/finding.ts';
import { createLanguageService, type LanguageService, withSettings } from '../service.ts';
import { count, or } from '../formats/sentence.ts';
import { targetIds } from '../targets.ts';
import { check } from './check.ts';
import { type Command, type Exit, exits, oneOf, type Output, readOptions, UsageError } from './command.ts';
import { type Gathered, gather } from './gather.ts';
import { type Format, formats } from './report/report.ts';
import { type FileResult, problemsOf } from './report/result.ts';

const help = `Checks workflows and CloudEvents as the editor does.

Usage: heddle lint [options] PATH...

  PATH is a file, a folder, a pattern such as "flows/**/*.yaml", or - for standard input.
  Folders and patterns take in what is a workflow or an event by its content, and leave the rest.
  What files say to each other is checked below folders only: of single files nobody knows the others.

Options:
  --format text            lines for people (default)
           json            an array of {file, kind, diagnostics: [{code, severity, message, range}]},
                           with "unchecked" where a file is recognised only
           sarif           SARIF 2.1.0, for code scanning and review bots
           github          annotations of GitHub Actions
           junit           JUnit XML, for dashboards
  --fix                    apply the preferred fix of every problem and check again; a file that would
                           have more errors is left as it is. Of standard input the mended text is
                           printed, and what remains is told on standard error
  --dry-run                with --fix: write nothing, print a diff for "git apply" instead
  --target NAME            where workflows run that do not say so themselves; what that runtime does in
                           a way of its own is told:
                           ${or(targetIds)}
  --max-warnings N         fail when there are more than N warnings
  --stdin-filename NAME    the name that standard input goes by, such as order.sw.yaml
  -h, --help               print this

Rule levels come from the nearest heddle.config.yaml.
Exit code: 0 no errors, 1 errors or too many warnings, 2 could not run. With --fix, of what remains; with --dry-run, of what
is there now. A named file that is not ours is said, and is no error; a folder or pattern that leads to nothing of ours is 2.
`;

const options = {
  format: { type: 'string' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  target: { type: 'string' },
  'max-warnings': { type: 'string' },
  'stdin-filename': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readOptions<typeof options>>['values'];

/** How many warnings are allowed; any number where nobody says. */
function mostWarnings(given: string | undefined): number {
  if (given === undefined) return Infinity;
  if (/^\d+$/.test(given)) return Number(given);
  throw new UsageError(`"${given}" is not a value for "--max-warnings". Use a whole number, such as 0.`);
}

/** What is asked for that does not go together. */
function checkOptions(values: Values, paths: readonly string[]): void {
  const isPiped = paths.includes('-');
  if (paths.length === 0) throw new UsageError('Name the files or folders to check.');
  if (values['stdin-filename'] !== undefined && !isPiped) throw new UsageError('"--stdin-filename" goes with the path "-".');
  if (values['dry-run'] && !values.fix) throw new UsageError('"--dry-run" goes with "--fix".');
  if (values['dry-run'] && values.format !== undefined) throw new UsageError('"--dry-run" prints a diff. Leave out "--format".');
}

const countOf = (results: readonly FileResult[], severity: Severity): number =>
  results.reduce((sum, { diagnostics }) => sum + diagnostics.filter((each) => each.severity === severity).length, 0);

/** What is wrong in all that was gathered. Fixes take time and are for the formats that show them. */
const resultsOf = (service: LanguageService, { taken, workspace, open }: Gathered, withFixes: boolean): FileResult[] =>
  taken.map(({ path, text }) => {
    const opened = open(path, text);
    if (!opened) return { file: path, kind: 'none', diagnostics: [] };
    const { unchecked } = service.documentInfo(opened.doc);
    const fixes = withFixes ? service.preferredFixes(withSettings(workspace, opened.settings), opened.doc) : [];
    const { kind, isExcluded } = opened;
    return { file: path, kind, isExcluded, unchecked, diagnostics: problemsOf(check(service, workspace, opened), fixes) };
  });

async function run(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = readOptions(args, options);
  if (values.help) return (output.out(help), exits.clean);
  const format = oneOf('--format', values.format ?? 'text', Object.keys(formats) as Format[]);
  const most = mostWarnings(values['max-warnings']);
  checkOptions(values, positionals);

  const target = values.target === undefined ? undefined : oneOf('--target', values.target, targetIds);
  const asked = { stdinName: values['stdin-filename'], settings: target && { target } };

  const failures: string[] = [];
  const fail = (message: string): void => {
    failures.push(message);
    output.warn(message);
  };
  const service = createLanguageService();
  const found = await gather(service, positionals, asked, output, fail);
  const isDry = values['dry-run'] === true;
  const gathered = values.fix && !isDry ? (await import('./mend.ts')).mend(service, found, output, fail) : found;
  if (isDry) (await import('./mend.ts')).showMending(service, found, output, fail);

  const results = resultsOf(service, gathered, format === 'sarif');
  const warnings = countOf(results, 'warning');
  const isTooMuch = warnings > most;
  if (!isDry) {
    const write = await formats[format]();
    const text = write({
      results,
      failures,
      fatal: new Set(isTooMuch ? ['error', 'warning'] : ['error']),
      colours: output.colours,
      version,
      folder: process.cwd(),
      repository: process.env['GITHUB_WORKSPACE'] || process.cwd(),
    });
    // Then the mended text has standard output.
    const isPrinted = values.fix && gathered.taken.some(({ input }) => input);
    if (text !== '') (isPrinted ? output.err : output.out)(text);
  }
  if (isTooMuch) output.warn(`${count(warnings, 'warning')}, where "--max-warnings" allows ${most}.`);
  if (failures.length > 0) return exits.couldNotRun;
  return isTooMuch || countOf(results, 'error') > 0 ? exits.errors : exits.clean;
}

export const lint: Command = { name: 'lint', summary: 'check workflows and events', help, run };
