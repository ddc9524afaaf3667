/** `heddle event convert`: events as they go over the wire, and back. */
import { type EncodingId, encodingIds, encodings } from '../../encodings.ts';
import { configure } from '../../node/disk.ts';
import { createLanguageService, createWorkspace, defaultSettings } from '../../service.ts';
import { type Command, type Exit, exits, oneOf, type Output, readOptions, UsageError } from '../command.ts';
import { openEvents, placeIn } from './read.ts';

const help = `Writes events as they go over the wire, and back.

Usage: heddle event convert --to ENCODING FILE

  FILE is an event or a batch in JSON, events one a line, or HTTP messages and
  commands of curl (.http), or - for standard input.

Encodings:
${encodingIds.map((id) => `  ${id.padEnd(16)} ${encodings[id].detail}`).join('\n')}

Options:
  --to ENCODING   one of these
  -h, --help      print this

Several events are written one after another; by json and http-batch, as a batch.

Exit code: 0 converted, 1 the events have errors, 2 could not convert.
`;

const options = {
  to: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What stands between the texts of two events. */
const between: Readonly<Record<(typeof encodings)[EncodingId]['language'], string>> = {
  http: '\n###\n\n',
  shellscript: '\n',
  plaintext: '\n---\n\n',
  json: '',
};

const join = (texts: readonly string[], encoding: EncodingId): string =>
  texts.length === 1 ? texts[0]! : texts.map((text) => `${text.trimEnd()}\n`).join(between[encodings[encoding].language]);

async function run(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = readOptions(args, options);
  if (values.help) return (output.out(help), exits.clean);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Name one file to convert.');
  if (values.to === undefined) throw new UsageError('Say what to convert to, as in "--to http-binary".');
  const encoding = oneOf('--to', values.to, encodingIds);

  const file = await openEvents(path);
  if ('failure' in file) return (output.warn(file.failure), exits.couldNotRun);
  const { name, doc } = file;
  const service = createLanguageService();
  const settings = configure(name, defaultSettings, [], output.warn);
  const errors = service.diagnose(createWorkspace(settings), doc).filter(({ severity }) => severity === 1);
  for (const { message, range } of errors) output.warn(`${placeIn(name, range)}  ${String(message)}`);
  if (errors.length > 0) return exits.errors;
  const texts = service.encodeEvents(doc, encoding);
  if (!texts) return (output.warn(`"${name}" holds no event.`), exits.couldNotRun);
  if ('refused' in texts) return (output.warn(`"${name}" cannot be converted. ${texts.refused}`), exits.errors);
  output.out(join(texts, encoding));
  return exits.clean;
}

export const convert: Command = { name: 'convert', summary: 'write events as they go over the wire, and back', help, run };
