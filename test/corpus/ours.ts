/** What our own checker says about data, as the schema check and the reading of durations see it. */
import { stringify } from 'yaml';
import type { Finding } from '../../server/src/rules/finding.ts';
import { isExpression } from '../../server/src/formats/expression.ts';
import { validate } from '../../server/src/schema/check.ts';
import { narrow } from '../../server/src/schema/lookup.ts';
import { schemasAt } from '../support/schema-at.ts';
import { workflowSchema } from '../../server/src/schema/schemas.ts';
import { elementsOf, resolve, valueOf, type Node, type Pair, type Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { parseDuration } from '../../server/src/time/duration.ts';
import { paths, type Json, type Path } from './mutate.ts';

export interface Said {
  readonly code: string;
  readonly message: string;
  readonly path: Path;
  readonly severity: Finding['severity'];
}

/** Every finding in a text, with the path of what it points at. */
export function findingsIn(text: string, format: 'yaml' | 'json' = 'yaml'): Said[] {
  const tree = parse(text, format);
  const root = tree.documents[0]?.fragment.root;
  if (!root) return [{ code: 'syntax/empty', message: 'Nothing is here.', path: [], severity: 'error' }];
  return validate(root, workflowSchema, format, ['document', 'dsl']).map(({ code, message, severity, at }) => ({
    code,
    message,
    severity,
    path: pathAt(tree, root, textRange(tree, at).start),
  }));
}

/** The errors in a value that the schema is to blame for. Durations are read by a rule of their own, which is asked here as well. */
export function errorsIn(data: Json): Said[] {
  const text = stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
  return [...findingsIn(text).filter(({ severity }) => severity === 'error'), ...durations(text, data)];
}

function durations(text: string, data: Json): Said[] {
  const root = parse(text, 'yaml').documents[0]?.fragment.root;
  return paths(data).flatMap((path) => {
    const written = path.reduce<Json>((node, step) => (node as Record<string, Json>)[step as string]!, data);
    if (typeof written !== 'string' || isExpression(written) || parseDuration(written)) return [];
    const schemas = narrow(schemasAt([workflowSchema], root, path), resolve(nodeAt(root, path)));
    return schemas.length > 0 && schemas.every(({ format }) => format === 'duration')
      ? [{ code: 'time/duration', message: `"${written}" is not a duration.`, path, severity: 'error' as const }]
      : [];
  });
}

const nodeAt = (root: Node | undefined, path: Path): Node | undefined =>
  path.reduce<Node | undefined>((node, step) => (typeof step === 'number' ? elementsOf(node)[step] : valueOf(node, step)), root);

/** The path of the innermost key or element at an offset. */
function pathAt(tree: Tree, root: Node, offset: number): Path {
  const path: (string | number)[] = [];
  for (let node: Node | undefined = root; node;) {
    const here: Node = node;
    const inside = (each: { fragment: Node['fragment']; start: number; end: number }): boolean => {
      const { start, end } = textRange(tree, each);
      return start <= offset && offset <= end;
    };
    node = undefined;
    if (here.kind === 'map') {
      const pair: Pair | undefined = here.pairs.find((each) => inside(each.key) || (each.value && inside(each.value)));
      if (pair) path.push(pair.key.text);
      if (pair && !inside(pair.key)) node = pair.value;
    } else if (here.kind === 'seq') {
      const index = here.elements.findIndex((each) => inside(each));
      if (index >= 0) path.push(index);
      node = here.elements[index];
    }
  }
  return path;
}
