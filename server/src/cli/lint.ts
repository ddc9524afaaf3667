/** `heddle lint`: checks files as the editor does. */
import { createLanguageService, createWorkspace, type FileSummary, withCompleteness, withFiles } from '../service.ts';
import { check, openFile } from './check.ts';
import { type Command, type Exit, exits, oneOf, type Output, readOptions, UsageError } from './command.ts';
import { findFiles, type Found } from './files.ts';
import type { Read } from '../decode.ts';
import { readStandardInput, readText } from '../node/read.ts';
import { reportJson } from './report/json.ts';
import { type FileResult, problemOf } from './report/result.ts';
import { reportText } from './report/text.ts';

const help = `Checks workflows and CloudEvents as the editor does.

Usage: heddle lint [options] PATH...

  PATH is a file, a folder, a pattern such as "flows/**/*.yaml", or - for standard input.
  Folders and patterns take in what is a workflow or an event by its content, and leave the rest.
  What files say to each other is checked below folders only: of single files nobody knows the others.

Options:
  --format text|json       lines for people (default), or an array of
                           {file, kind, diagnostics: [{code, severity, message, range}]},
                           with "unchecked" where a file is recognised only
  --stdin-filename NAME    the name that standard input goes by, such as order.sw.yaml
  -h, --help               print this

Rule levels come from the nearest heddle.config.yaml.
Exit code: 0 no errors, 1 errors, 2 could not run. A named file that is not ours is said, and is no error;
a folder or pattern that leads to nothing of ours is 2.
`;

const options = {
  format: { type: 'string', default: 'text' },
  'stdin-filename': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Standard input goes by the name it was given; else its first character says whether it is JSON. */
const nameOf = (read: Read): string => ('text' in read && /^\s*[[{]/.test(read.text) ? 'stdin.json' : 'stdin.yaml');

async function run(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = readOptions(args, options);
  if (values.help) return (output.out(help), exits.clean);
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (positionals.length === 0) throw new UsageError('Name the files or folders to check.');
  if (values['stdin-filename'] !== undefined && !positionals.includes('-'))
    throw new UsageError('"--stdin-filename" goes with the path "-".');

  let failed = false;
  const fail = (message: string): void => {
    failed = true;
    output.warn(message);
  };
  const service = createLanguageService();
  /** What is ours or was named. Only texts are kept: a document that was looked into takes forty times the memory. */
  const taken: { readonly path: string; readonly text: string }[] = [];
  const summaries = new Map<string, FileSummary | undefined>();
  /** Arguments that led to something of ours, or to a failure that was told. */
  const fruitful = new Set<string>();
  const warnings = new Set<string>();
  const open = (path: string, text: string) => openFile(service, path, text, (message) => warnings.add(message));
  const take = ({ path, named, from }: Found, read: Read): void => {
    if ('failure' in read) {
      fruitful.add(from);
      return fail(`"${path}" ${read.failure}`);
    }
    const opened = open(path, read.text);
    if (!named && (opened?.kind ?? 'none') === 'none') return;
    fruitful.add(from);
    taken.push({ path, text: read.text });
    if (opened) summaries.set(opened.doc.uri, service.summarise(opened.doc));
  };
  if (positionals.includes('-')) {
    const read = await readStandardInput();
    take({ path: values['stdin-filename'] ?? nameOf(read), named: true, from: '-' }, read);
  }
  const { files, searched, complete, failures } = findFiles(positionals.filter((path) => path !== '-'));
  failures.forEach(fail);
  for (const file of files) take(file, readText(file.path));
  warnings.forEach((message) => output.warn(message));
  for (const from of searched) if (!fruitful.has(from)) fail(`"${from}" holds no workflow and no event.`);
  // Checked when all are known, for what they say to each other.
  const workspace = withCompleteness(withFiles(createWorkspace(), summaries), complete);
  const results = taken.map(({ path, text }): FileResult => {
    const opened = open(path, text);
    if (!opened) return { file: path, kind: 'none', diagnostics: [] };
    const { unchecked } = service.documentInfo(opened.doc);
    return { file: path, kind: opened.kind, unchecked, diagnostics: check(service, workspace, opened).map(problemOf) };
  });

  if (format === 'json') output.out(reportJson(results));
  else if (results.length > 0) output.out(reportText(results, output.colours));
  if (failed) return exits.couldNotRun;
  return results.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error')) ? exits.errors : exits.clean;
}

export const lint: Command = { name: 'lint', summary: 'check workflows and events', help, run };
