/** The text of a file for tasks that leave theirs: with what they need of `use`, in the style of the other, as their author wrote it. */
import { applyEdits, shifted, takePairs } from '../../syntax/edit.ts';
import { type Edit, stringOf, type TextRange, type Tree, valueOf } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { type DocumentStyle, styleOf } from '../../syntax/style.ts';
import { columnOf, lineStart } from '../../syntax/text.ts';
import type { Plain } from '../../syntax/value.ts';
import { writeFlow, writePair, writeText } from '../../syntax/write.ts';
import type { Definition, WorkflowIdentity } from '../../workflow/model.ts';
import { targetAt } from '../../workflow/target.ts';
import type { Holding } from './component.ts';
import { deeper } from './lines.ts';
import type { Site } from './refactoring.ts';

/** A component to be copied; of a secret there is no more than its name. */
export interface Need {
  readonly definition: Definition;
  readonly holding?: Holding;
}

interface Leaving {
  readonly identity: WorkflowIdentity;
  /** The tasks from their first sign (a dash, or a comment above it) to the end of the last, absolute. */
  readonly stretch: TextRange;
  /** What of them does not come along. */
  readonly removed: readonly Edit[];
  readonly needs: readonly Need[];
  /** What `.` is for the first task; undefined where that is the input as it comes. */
  readonly from?: string;
}

/** The whole of the file. */
export function newFileText(site: Site, leaving: Leaving): string {
  const style = styleOf(site.doc.tree);
  const text = style.format === 'json' ? inJson(site, leaving, style) : inYaml(site, leaving, style);
  return `${text}\n`.replace(/\r\n?|\n/g, style.lineBreak);
}

/** What stands before the components and the tasks. */
function beginning({ model }: Site, { identity, from }: Leaving): Readonly<Record<string, Plain>> {
  const { namespace = '', name = '', version = '' } = identity;
  const target = stringOf(targetAt(model.root));
  const metadata: Record<string, Plain> = target === undefined ? {} : { metadata: { heddle: { target } } };
  const dsl = stringOf(model.dialect.releaseAt.reduce(valueOf, model.root)) ?? '';
  return { document: { dsl, namespace, name, version, ...metadata }, ...(from === undefined ? {} : { input: { from } }) };
}

/** The components by the key of their group in `use`, in the order of the text. */
function groups({ doc, model }: Site, needs: readonly Need[]): ReadonlyMap<string, readonly Need[]> {
  const found = new Map<string, Need[]>();
  const start = ({ definition }: Need): number => textRange(doc.tree, definition.at).start;
  for (const need of [...needs].sort((a, b) => start(a) - start(b))) {
    const { kind } = need.definition;
    const key = (kind === 'task' ? undefined : model.dialect.components[kind]?.path[1]) ?? '';
    found.set(key, [...(found.get(key) ?? []), need]);
  }
  return found;
}

const namesOf = (needs: readonly Need[]): Plain & string[] => needs.map(({ definition }) => definition.name);

/** A stretch of a text without some of it. */
function without({ text }: Tree, { start, end }: TextRange, removed: readonly Edit[]): string {
  const shift = removed.map((each) => ({ ...each, start: each.start - start, end: each.end - start }));
  return applyEdits(text.slice(start, end), shift).trimEnd();
}

function inYaml(site: Site, leaving: Leaving, style: DocumentStyle): string {
  const { tree } = site.doc;
  const head = Object.entries(beginning(site, leaving)).map(([key, value]) => writePair(key, value, style));
  const used = [...groups(site, leaving.needs)].map(([key, needs]) => {
    if (needs.every(({ holding }) => !holding)) return writePair(key, namesOf(needs), style);
    const sources = needs.flatMap(({ holding }) => (holding ? (takePairs(tree, holding.map, [holding.pair], false)?.sources ?? []) : []));
    return `${key}:\n${deeper(sources.join('\n'), style.unit)}`;
  });
  const use = used.length > 0 ? [`use:\n${deeper(used.join('\n'), style.unit)}`] : [];
  const tasks = deeper(tasksInYaml(site, leaving), style.listsIndented ? style.unit : 0);
  return [...head, ...use, `do:\n${tasks}`].join('\n');
}

/** The elements of a block list, from column 0 on. */
function tasksInYaml({ doc: { tree }, tasks }: Site, { stretch, removed }: Leaving): string {
  const { seq } = tasks[0]!.list;
  if (!seq.flow) return shifted(tree, without(tree, stretch, removed), -columnOf(tree.text, stretch.start));
  return tasks
    .map(({ index }) => {
      const range = textRange(tree, seq.elements[index]!);
      const own = removed.filter(({ start }) => start >= range.start && start < range.end);
      return `- ${onLead(tree, range, without(tree, range, own), '  ')}`;
    })
    .join('\n');
}

/** What was cut out at a range, its further lines moved so that they begin with `lead` where they did as the first line does. */
function onLead({ text }: Tree, { start }: TextRange, source: string, lead: string): string {
  const own = /^[ \t]*/.exec(text.slice(lineStart(text, start)))![0];
  return source.replace(new RegExp(`(\\r\\n?|\\n)${own}`, 'g'), `$1${lead}`);
}

function inJson(site: Site, leaving: Leaving, { space, unit }: DocumentStyle): string {
  const { tree } = site.doc;
  const lead = (depth: number): string => space.repeat(unit * depth);
  /** Members between brackets, each on a line of its own, in a value that begins `depth` levels deep. */
  const between = (open: string, members: readonly string[], close: string, depth: number): string =>
    `${open}\n${lead(depth + 1)}${members.join(`,\n${lead(depth + 1)}`)}\n${lead(depth)}${close}`;
  const member = (key: string, value: string): string => `${writeText(key, { format: 'json' })}: ${value}`;
  const data = (value: Plain, depth: number): string => JSON.stringify(value, null, lead(1)).replaceAll('\n', `\n${lead(depth)}`);
  const head = Object.entries(beginning(site, leaving)).map(([key, value]) => member(key, data(value, 1)));
  const used = [...groups(site, leaving.needs)].map(([key, needs]) => {
    if (needs.every(({ holding }) => !holding)) return member(key, writeFlow(namesOf(needs), { format: 'json' }));
    const sources = needs.flatMap(({ holding }) => {
      const range = holding && textRange(tree, holding.pair);
      return range ? onLead(tree, range, without(tree, range, []), lead(3)) : [];
    });
    return member(key, between('{', sources, '}', 2));
  });
  const use = used.length > 0 ? [member('use', between('{', used, '}', 1))] : [];
  const tasks = onLead(tree, leaving.stretch, without(tree, leaving.stretch, leaving.removed), lead(2));
  return between('{', [...head, ...use, member('do', between('[', [tasks], ']', 1))], '}', 0);
}
