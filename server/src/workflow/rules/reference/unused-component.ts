import type { Fix } from '../../../rules/finding.ts';
import { nearest } from '../../../rules/nearest.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { collectionsAround, removeElement, removePair } from '../../../syntax/edit.ts';
import { some } from '../../../syntax/locate.ts';
import type { Node, NodeRange, Tree } from '../../../syntax/node.ts';
import type { ComponentKind, WorkflowModel } from '../../model.ts';
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
    for (const { kind, name, at, node } of components) {
      // A call of such a name is read as one of a function in a catalog.
      if (kind === 'function' && /[:@]/.test(name)) continue;
      if (unnamed.has(kind) || used.has(kind, name) || meant.has(`${kind} ${name}`) || hasAnchor(node)) continue;
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

function remove(tree: Tree, at: NodeRange, name: string): Fix[] {
  const holder = collectionsAround(tree, at).at(-1);
  const title = `Remove "${name}"`;
  if (holder?.kind === 'seq')
    return [
      {
        title,
        edits: removeElement(
          tree,
          holder,
          holder.elements.findIndex((each) => each === at),
        ),
      },
    ];
  const pair = holder?.pairs.find(({ key }) => key === at);
  return holder && pair ? [{ title, edits: removePair(tree, holder, pair) }] : [];
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
