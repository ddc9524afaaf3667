import type { Fix } from '../../../rules/finding.ts';
import { nearestOf } from '../../../rules/nearest.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { collectionsAround, removeElement, removePair } from '../../../syntax/edit.ts';
import { groupBy } from '../../../syntax/group.ts';
import { some } from '../../../syntax/locate.ts';
import type { Node, NodeRange, Tree } from '../../../syntax/node.ts';
import type { ComponentKind, ComponentSyntax, WorkflowModel } from '../../model.ts';
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
    const unused = components.filter(
      ({ kind, name, node }) =>
        // A call of such a name is read as one of a function in a catalog.
        !(kind === 'function' && /[:@]/.test(name)) &&
        // DSL 0.x reads them as `$SECRETS`, in places that are not looked at yet.
        !(kind === 'secret' && model.dialect.id !== 'v1') &&
        !(unnamed.has(kind) || used.has(kind, name) || hasAnchor(node)),
    );
    const sure = new Set([...groupBy(unused, ({ kind }) => kind)].flatMap(([kind, group]) => surelyUnused(group, lookedUp(model, kind))));
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

/** What is looked up of a kind and defined nowhere: the names that come near to defined ones, and how many come near to none. */
interface LookedUp {
  readonly meant: ReadonlySet<string>;
  readonly inVain: number;
}

function lookedUp({ dialect, symbols, unresolved }: WorkflowModel, kind: ComponentKind): LookedUp {
  const { known = [] } = dialect.components[kind] ?? {};
  const near = nearestOf([...symbols.all(kind).map(({ name }) => name), ...known]);
  const isTime = (name: string): boolean => kind === 'timeout' && checkDuration(name) === undefined;
  const names = new Set(unresolved.filter((each) => each.kind === kind && !known.includes(each.name)).map(({ name }) => name));
  const found = [...names].filter((name) => !isTime(name)).map(near);
  return { meant: new Set(found.filter((name) => name !== undefined)), inVain: found.filter((name) => name === undefined).length };
}

/** A name that comes near is used under a misspelt one; each that comes near to none may be what one of the rest was to be. */
function surelyUnused(group: readonly ComponentSyntax[], { meant, inVain }: LookedUp): readonly ComponentSyntax[] {
  const rest = group.filter(({ name }) => !meant.has(name));
  return rest.length > inVain ? rest : [];
}

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
