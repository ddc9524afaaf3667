/** `heddle event match`: which workflows events reach. */
import { pathToFileURL } from 'node:url';
import { eventOf } from '../../event/document.ts';
import { receiverWords } from '../../features/events/receivers.ts';
import { createLanguageService } from '../../service.ts';
import { hasFilters, type Receiver, receiversOf } from '../../workspace/events/receivers.ts';
import { type Command, type Exit, exits, oneOf, type Output, readOptions, UsageError } from '../command.ts';
import { gather, type Gathered } from '../gather.ts';
import { readEvents } from './read.ts';

const help = `Says which workflows events start or wake, and which they nearly do and why not.

Usage: heddle event match [options] EVENT... WORKFLOW...

  Files or folders, in any order: events and batches in JSON, events one a line, HTTP messages (.http), and workflows that
  wait for events. Expressions in filters are not evaluated: where only they decide, that is said.

Options:
  --format text|json   lines for people, or an array of {event: {file, index}, workflow, at, verdict, why} (default: text)
  -h, --help           print this

"at" is the JSON Pointer of the filter; "verdict" is matches, near or misses.
Exit code: 0 an event matches, 1 none does, 2 could not run.
`;

const options = { format: { type: 'string', default: 'text' }, help: { type: 'boolean', short: 'h' } } as const;

interface Met {
  readonly file: string;
  readonly index: number;
  readonly receivers: readonly Receiver[];
}

/** Every event of what was gathered, with what each filter makes of it. */
async function meet({ taken, workspace, open }: Gathered): Promise<Met[]> {
  const met = taken.map(async ({ path, text }) => {
    const opened = open(path, text);
    const parts = opened?.doc.parts.filter(({ kind }) => kind === 'event');
    // A name that says nothing may be that of events one a line.
    const read = parts ? { events: parts.flatMap(({ document, root }) => eventOf(document, root) ?? []) } : await readEvents(path);
    const events = 'events' in read ? read.events : [];
    return events.map((event, index): Met => ({ file: path, index, receivers: receiversOf(workspace, event) }));
  });
  return (await Promise.all(met)).flat();
}

/** A file as a person wrote it. */
function namesIn({ taken }: Gathered): (uri: string) => string {
  const paths = new Map(taken.map(({ path }) => [pathToFileURL(path).href, path]));
  return (uri) => paths.get(uri) ?? uri;
}

type Write = (met: readonly Met[], nameOf: (uri: string) => string) => string;

const writers: Readonly<Record<'text' | 'json', Write>> = {
  json(met, nameOf) {
    const rows = met.flatMap(({ file, index, receivers }) =>
      receivers.map(({ uri, filter, verdict, why }) => ({
        event: { file, index },
        workflow: nameOf(uri),
        at: filter.at,
        verdict,
        why: why.map(({ attribute, words }) => ({ attribute, message: words })),
      })),
    );
    return `${JSON.stringify(rows, undefined, 2)}\n`;
  },
  text(met, nameOf) {
    const several = new Set(met.filter(({ index }) => index > 0).map(({ file }) => file));
    return met
      .map(({ file, index, receivers }) => {
        const near = receivers.filter(({ verdict }) => verdict !== 'misses');
        const lines = near.map((receiver) => `  ${receiverWords(receiver)}  (${nameOf(receiver.uri)} ${receiver.filter.at})`);
        return [`${file}${several.has(file) ? ` event ${index + 1}` : ''}`, ...(lines.length > 0 ? lines : ['  reaches no workflow'])].join(
          '\n',
        );
      })
      .join('\n')
      .concat('\n');
  },
};

async function run(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = readOptions(args, options);
  if (values.help) return (output.out(help), exits.clean);
  const format = oneOf('--format', values.format, Object.keys(writers) as (keyof typeof writers)[]);
  if (positionals.length === 0) throw new UsageError('Write files of events and of workflows.');
  const failures: string[] = [];
  const gathered = await gather(createLanguageService(), positionals, {}, output, (message) => failures.push(message));
  failures.forEach((message) => output.warn(message));
  if (failures.length > 0) return exits.couldNotRun;
  const met = await meet(gathered);
  if (met.length === 0) return (output.warn('No event is in these files.'), exits.couldNotRun);
  if (!hasFilters(gathered.workspace)) return (output.warn('No workflow in these files waits for events.'), exits.couldNotRun);
  output.out(writers[format](met, namesIn(gathered)));
  const isMet = met.some(({ receivers }) => receivers.some(({ verdict }) => verdict === 'matches'));
  return isMet ? exits.clean : exits.errors;
}

export const match: Command = { name: 'match', summary: 'which workflows events start or wake', help, run };
