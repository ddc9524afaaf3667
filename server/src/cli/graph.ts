/** `heddle graph`: the drawing of a workflow, for documents, pull requests and other programs. */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { decode } from '../decode.ts';
import { renderSvg } from '../graph/draw/svg.ts';
import type { Theme } from '../graph/draw/theme.ts';
import type { Graph } from '../graph/graph.ts';
import { mermaid } from '../graph/mermaid.ts';
import { createLanguageService, createWorkspace } from '../service.ts';
import { openFile } from './check.ts';
import { type Command, type Exit, exits, oneOf, type Output, readOptions, UsageError } from './command.ts';
import { failureOf, readStandardInput, readText } from '../node/read.ts';

const help = `Draws a workflow.

Usage: heddle graph [options] FILE

  FILE is a workflow, or - for standard input.

Options:
  --format svg|mermaid|json   a picture, a Mermaid flowchart, or the graph as data
                              (default: by the name of the output file, else svg)
  --theme light|dark          colours of the picture (default: light)
  -o, --output FILE           write to a file instead of standard output
  --stdin-filename NAME       the name that standard input goes by
  -h, --help                  print this

Exit code: 0 drawn, 2 could not draw.
`;

const options = {
  format: { type: 'string' },
  theme: { type: 'string', default: 'light' },
  output: { type: 'string', short: 'o' },
  'stdin-filename': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Format = 'svg' | 'mermaid' | 'json';

const formats: Readonly<Record<Format, (graph: Graph, theme: Theme) => string>> = {
  svg: (graph, theme) => renderSvg(graph, { theme }),
  mermaid,
  json: (graph) => `${JSON.stringify(graph, undefined, 2)}\n`,
};

/** What the name of the output file asks for; one without an ending asks for nothing. */
const endings: readonly (readonly [RegExp, Format])[] = [
  [/^[^.]*$|\.svg$/i, 'svg'],
  [/\.json$/i, 'json'],
  [/\.(mmd|mermaid)$/i, 'mermaid'],
];
function byName(output = ''): Format {
  const name = basename(output);
  const found = endings.find(([ending]) => ending.test(name))?.[1];
  if (found) return found;
  throw new UsageError(`"${name}" is not a name for SVG, Mermaid or JSON. End it in .svg, .mmd or .json, or use "--format".`);
}

async function run(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = readOptions(args, options);
  if (values.help) return (output.out(help), exits.clean);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Name one file to draw.');
  const format = values.format === undefined ? byName(values.output) : oneOf('--format', values.format, Object.keys(formats) as Format[]);
  const theme = oneOf<Theme>('--theme', values.theme, ['light', 'dark']);

  const fail = (message: string): Exit => (output.warn(message), exits.couldNotRun);
  const name = path === '-' ? (values['stdin-filename'] ?? 'stdin.yaml') : path;
  const read = path === '-' ? decode(await readStandardInput()) : readText(path);
  if ('failure' in read) return fail(`"${name}" ${read.failure}`);
  const service = createLanguageService();
  const opened = openFile(service, name, read.text, output.warn);
  if (opened?.kind !== 'workflow') return fail(`"${name}" is not a workflow.`);
  const { graph, broken } = service.graph(createWorkspace(opened.settings), opened.doc);
  if (!graph)
    return fail(
      broken
        ? `${name}:${broken.range.start.line + 1}:${broken.range.start.character + 1}  ${broken.message}`
        : `"${name}" holds no tasks to draw.`,
    );

  const text = formats[format](graph, theme);
  if (values.output === undefined) return (output.out(text), exits.clean);
  try {
    writeFileSync(values.output, text);
    return exits.clean;
  } catch (error) {
    return fail(`"${values.output}" cannot be written: ${failureOf(error)}`);
  }
}

export const graph: Command = { name: 'graph', summary: 'draw a workflow', help, run };
