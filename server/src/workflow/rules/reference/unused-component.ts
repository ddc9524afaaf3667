import type { Fix } from '../../../rules/finding.ts';
import { nearest, nearestOf } from '../../../rules/nearest.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { collectionsAround, removeElement, removePair } from '../../../syntax/edit.ts';
import { groupBy } from '../../../syntax/group.ts';
import { some } from '../../../syntax/locate.ts';
import type { Node, NodeRange, Tree } from '../../../syntax/node.ts';
import type { ComponentKind, WorkflowModel } from '../../model.ts';
import { checkDuration } from '../../../time/check-duration.ts';
import { usedNames } from '../../names.ts';
import type { WorkflowRule } from '../rule.ts';

/** Extensions work without being named. */
const unnamed: ReadonlySet<ComponentKind> = new Set(['extension']);

export const unusedComponent: WorkflowRule = {
  code: 'reference/unused-component',
  level: 'hint',
  *check(model) {
    const { components } = model.facts;
    if (components.length === 0) return;
    const used = usedNames(model);
    const meant = meantNames(model);
    const unused = components.filter(
      ({ kind, name, node }) =>
        // A call of such a name is read as one of a function in a catalog.
        !(kind === 'function' && /[:@]/.test(name)) &&
        !(unnamed.has(kind) || used.has(kind, name) || meant.has(`${kind} ${name}`) || hasAnchor(node)),
    );
    // Each may be what one of the names in vain was to be.
    const kinds = [...groupBy(unused, ({ kind }) => kind)].filter(([kind, group]) => group.length > inVain(model, kind));
    const sure = new Set(kinds.flatMap(([, group]) => group));
    for (const { kind, name, at } of unused.filter((each) => sure.has(each))) {
      yield {
        at,
        about: { names: [name] },
        tags: ['unnecessary'],
        message: `Nothing uses the ${kind} "${name}". Use it, or remove it.`,
        fixes: (tree) => remove(tree, at, name),
      };
    }
  },
};

/** How many names of a kind are looked up that nothing defines, and that come near to none of those that are. */
function inVain({ dialect, symbols, unresolved }: WorkflowModel, kind: ComponentKind): number {
  const { known = [] } = dialect.components[kind] ?? {};
  const near = nearestOf([...symbols.all(kind).map(({ name }) => name), ...known]);
  const isTime = (name: string): boolean => kind === 'timeout' && checkDuration(name) === undefined;
  const names = unresolved.filter((each) => each.kind === kind && !known.includes(each.name)).map(({ name }) => name);
  return new Set(names.filter((name) => near(name) === undefined && !isTime(name))).size;
}

/** What names that nothing defines come near to: those are misspelt, and it is used. */
const meantNames = (model: WorkflowModel): ReadonlySet<string> =>
  new Set(
    model.unresolved.flatMap(({ kind, name }) => {
      const known = kind === 'task' ? [] : model.symbols.all(kind);
      const near = nearest(
        name,
        known.map((each) => each.name),
      );
      return near === undefined ? [] : [`${kind} ${near}`];
    }),
  );

/** An alias may use it, or a part of it. */
const hasAnchor = (node: Node | undefined): boolean => some(node, (each) => each.anchor !== undefined);

/** With what would be left empty around it. */
function remove(tree: Tree, at: NodeRange, name: string): Fix[] {
  const around = [...collectionsAround(tree, at)];
  let inner = at;
  for (let holder = around.pop(); holder; inner = holder, holder = around.pop()) {
    const members = holder.kind === 'seq' ? holder.elements : holder.pairs;
    if (members.length === 1 && around.length > 0) continue;
    const edits =
      holder.kind === 'seq'
        ? removeElement(tree, holder, holder.elements.indexOf(inner as Node))
        : holder.pairs.filter(({ key, value }) => key === inner || value === inner).flatMap((pair) => removePair(tree, holder, pair));
    return [{ title: `Remove "${name}"`, edits }];
  }
  return [];
}

export const docs: RuleDocs = {
  rule: unusedComponent,
  clause: 'dsl-reference: Use',
  why: 'What nothing uses is read, kept and changed by people who believe that it does something.',
  good: [
    `
use:
  secrets: [ token, key ]
  functions: { pay: { call: http, with: { method: get, endpoint: { uri: https://example.com, authentication: { use: me } } } } }
  authentications: { me: { bearer: { token: '\${ $secrets.token }' } } }
  retries: { often: { delay: PT1S } }
  extensions: [ { log: { extend: all, before: [ { note: { set: { x: '\${ $secrets["key"] }' } } } ] } } ]
do:
  - a: { try: [ { b: { call: pay } } ], catch: { retry: often } }
`,
    `
use: { secrets: [ token ] }
do:
  - a: { set: { all: '\${ $secrets | keys }' } }
`,
  ],
  bad: [
    {
      text: `
use:
  secrets: [ token, «key» ]
  retries:
    often: { delay: PT1S }
    «seldom»: { delay: PT1H }
do:
  - a: { try: [ { b: { set: { x: '\${ $secrets.token }' } } } ], catch: { retry: often } }
`,
    },
  ],
};
