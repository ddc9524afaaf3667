/** `heddle event sample`: an event that a workflow waits for. */
import { createLanguageService } from '../../service.ts';
import { sampleText } from '../../workspace/events/sample.ts';
import { type Command, type Exit, exits, type Output, readOptions, UsageError } from '../command.ts';
import { gather } from '../gather.ts';

const help = `Prints an event that a workflow waits for, as JSON.

Usage: heddle event sample WORKFLOW [AT]

  AT is the JSON Pointer of the filter, as "heddle event match" prints it, such as /schedule/on/one
  (default: the first one of the workflow).

Options:
  -h, --help   print this

What is fixed by the filter is filled in; what an expression decides is left to you.
Exit code: 0 printed, 2 could not run.
`;

const options = { help: { type: 'boolean', short: 'h' } } as const;

async function run(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = readOptions(args, options);
  if (values.help) return (output.out(help), exits.clean);
  const [path, at, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw new UsageError('Write one workflow and, where it has several filters, the place of one.');
  const failures: string[] = [];
  const { workspace } = await gather(createLanguageService(), [path], {}, output, (message) => failures.push(message));
  const filters = [...workspace.files.values()].flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'workflow' ? (part.filters ?? []) : [])),
  );
  const filter = at === undefined ? filters[0] : filters.find((each) => each.at === at.replace(/\/with$/, ''));
  const places = filters.map((each) => each.at).join(', ');
  const lack =
    failures[0] ??
    (filters.length === 0 ? `"${path}" waits for no event.` : filter ? undefined : `No filter stands at "${at}". There is: ${places}.`);
  if (!filter || lack) return (output.warn(lack ?? ''), exits.couldNotRun);
  output.out(sampleText(filter.wanted));
  return exits.clean;
}

export const sample: Command = { name: 'sample', summary: 'an event that a workflow waits for', help, run };
