/** Which fields of its input a task reads, where that is sure without reading jq: no more than words and brackets tell. */
import { some } from '../../syntax/locate.ts';
import { elementsOf, type Node } from '../../syntax/node.ts';
import { at } from '../describe.ts';
import type { TaskSyntax } from '../model.ts';
import { codeOf } from './input-reads.ts';
import { tasksOf } from './task.ts';

const token = /\$[A-Za-z_][\w:]*|\.[A-Za-z_]\w*|\.\.?|[A-Za-z_]\w*|@\w+|\d[\w.]*|\?\/\/|\|=|[^\s]/g;

/** Words of jq that read nothing themselves. */
const inert: ReadonlySet<string> = new Set(['if', 'then', 'elif', 'else', 'end', 'and', 'or', 'null', 'true', 'false', 'empty', 'now']);

/** Behind one of these a `.name` says more of the same value. */
const goesOn = /^(?:\$\w.*|\.\w+|[\])}?])$/;

/** `.x = 1` gives all of its input, with one field changed. */
const assignment = /(?<![=!<>])=(?!=)/;

interface Bracket {
  readonly sign: string;
  /** Behind a pipe `.` is something else. */
  piped: boolean;
  readonly outer: boolean;
}

/**
 * The top-level fields of its input that the code of an expression reads, each once; undefined where it may read more of it than these. The input
 * goes by `.`, by `$input`, or by both.
 */
export function fieldsRead(text: string, by: '.' | '$input' | 'both' = 'both'): readonly string[] | undefined {
  const { code } = codeOf(text);
  if (assignment.test(code) || /\$task\b/.test(code) || (/\bif\b/.test(code) && code.includes('|'))) return undefined;
  const fields = new Set<string>();
  const piped = by === '$input';
  const open: Bracket[] = [{ sign: '', piped, outer: piped }];
  const tokens = code.match(token) ?? [];
  for (const [index, each] of tokens.entries()) {
    if (follow(open, each)) continue;
    const [before = '', next = ''] = [tokens[index - 1], tokens[index + 1]];
    const { piped: isElse, sign } = open.at(-1)!;
    const isKey = sign === '{' && next === ':';
    const field =
      each === '$input' ? by !== '.' && fieldOf(next) : !isElse && !isKey && !(each.startsWith('.') && goesOn.test(before)) && readBy(each);
    if (field === undefined) return undefined;
    if (field !== false) fields.add(field);
  }
  return [...fields];
}

/** Goes on in what is open, over a sign that says what `.` is; false for any other. */
function follow(open: Bracket[], sign: string): boolean {
  const around = open.at(-1)!;
  if ('([{'.includes(sign)) open.push({ sign, piped: around.piped, outer: around.piped });
  else if (')]}'.includes(sign)) return open.length === 1 || open.pop() !== undefined;
  else if (sign === '|') around.piped = true;
  else if (sign === ',' && around.sign === '{') around.piped = around.outer;
  else return false;
  return true;
}

/** The name behind a dot; undefined for a dot without one, and for anything else. */
const fieldOf = (word: string): string | undefined => /^\.(\w+)$/.exec(word)?.[1];

/** The field that a token reads of `.`: false for none, undefined where it may be more than one. */
function readBy(word: string): string | false | undefined {
  if (word.startsWith('.')) return fieldOf(word);
  return /^(?:@|\?\/\/|\|=|[A-Za-z_])/.test(word) && !inert.has(word) ? undefined : false;
}

/** What these give is made without their input, as far as they do not read it themselves; one gives nothing. */
const replacing: ReadonlySet<string | undefined> = new Set(['set', 'call', 'listen', 'run', 'raise']);

/** A list of tasks, and nothing that reads data. */
const listKeys: ReadonlySet<string> = new Set(['do', 'then', 'metadata']);

/**
 * The fields of its input that a task reads, where neither it nor whatever comes behind it gets anything else of the input; undefined where
 * that is not sure.
 */
export function fieldsTaken(task: TaskSyntax): readonly string[] | undefined {
  const { kind, body, lists, flows, facts } = task;
  if (!body || flows.some((flow) => flow.kind === 'skip')) return undefined;
  if (kind === 'do' && lists.length === 1 && body.pairs.every(({ key }) => listKeys.has(key.text))) {
    const [inner] = elementsOf(lists[0]!.seq).flatMap(tasksOf);
    return inner && fieldsTaken(inner);
  }
  if (!replacing.has(kind) || lists.length > 0 || at(body, 'input.schema') || at(body, 'run.await')) return undefined;
  // What these say reads the data of the task, too.
  if (facts.references.some((each) => each.kind === 'function' || each.kind === 'authentication')) return undefined;
  const sites = new Set<Node>(facts.expressions.map((site) => site.at));
  if (some(body, (node) => node.kind === 'scalar' && node.text.includes('{') && !sites.has(node))) return undefined;
  return together(task);
}

function together({ body, facts }: TaskSyntax): readonly string[] | undefined {
  const [from, timeout, ...later] = ['input.from', 'timeout', 'output', 'export'].map((path) => at(body, path));
  const isWithin = (node: Node | undefined, site: Node): boolean => node !== undefined && some(node, (each) => each === site);
  const found = new Set<string>();
  for (const { at: site } of facts.expressions) {
    // Nobody says whether a timeout is read before "input.from" or after.
    const isBefore = isWithin(from, site) || isWithin(timeout, site);
    if (from && !isBefore && !site.text.includes('$task')) continue;
    const fields = fieldsRead(site.text, later.some((each) => isWithin(each, site)) ? '$input' : isWithin(from, site) ? '.' : 'both');
    if (!fields) return undefined;
    for (const each of fields) found.add(each);
  }
  return [...found];
}
