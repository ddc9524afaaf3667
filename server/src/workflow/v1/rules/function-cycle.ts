import type { RuleDocs } from '../../../rules/rule.ts';
import { pairOf, resolve, type ScalarNode, valueOf } from '../../../syntax/node.ts';
import type { WorkflowModel } from '../../model.ts';
import { quoted, type WorkflowRule } from '../../rules/rule.ts';
import { callKinds } from '../vocabulary.ts';

/** The functions that are nothing but a call of another one, or of themselves, each with the text that names it. */
function plainCalls({ symbols }: WorkflowModel): ReadonlyMap<string, ScalarNode> {
  const calls = new Map<string, ScalarNode>();
  for (const { name, node } of symbols.all('function')) {
    const called = resolve(valueOf(node, 'call'));
    const isCertain = called?.kind === 'scalar' && !callKinds.includes(called.text) && !pairOf(resolve(node), 'if');
    if (isCertain && symbols.get('function', called.text)) calls.set(name, called);
  }
  return calls;
}

/** The functions on the way from one back to itself, in the order of their calls; undefined where none leads back. */
function wayBack(name: string, calls: ReadonlyMap<string, ScalarNode>): readonly string[] | undefined {
  const way = [name];
  for (;;) {
    const next = calls.get(way.at(-1)!)?.text;
    if (next === name) return way;
    if (next === undefined || way.includes(next)) return undefined;
    way.push(next);
  }
}

export const functionCycle: WorkflowRule = {
  code: 'call/function-cycle',
  level: 'warning',
  dialects: ['v1'],
  *check(model) {
    const calls = plainCalls(model);
    const told = new Set<string>();
    for (const [name, at] of calls) {
      const way = told.has(name) ? undefined : wayBack(name, calls);
      if (!way) continue;
      way.forEach((each) => told.add(each));
      const [, ...others] = way;
      const over = others.length > 0 ? ` over ${quoted(others)}` : '';
      yield {
        at,
        message: `"${name}" calls itself here${over}, and nothing ends that. Call what does the work.`,
        related: others.map((each) => ({ at: calls.get(each)!, message: `"${each}" calls "${calls.get(each)!.text}" here.` })),
      };
    }
  },
};

const functions = (written: string): string => `
use:
  functions:
${written}
do:
  - a: { call: one }
  - b: { call: two }
`;

export const docs: RuleDocs = {
  rule: functionCycle,
  clause: 'dsl-reference: Call, Use',
  why: 'A function that leads back to itself is called until the runtime gives up.',
  good: [
    /* @__PURE__ */ functions('    one: { call: two }\n    two: { call: http, with: { method: get, endpoint: https://example.com } }'),
  ],
  bad: [
    { text: /* @__PURE__ */ functions('    one: { call: «two» }\n    two: { call: one }') },
    { text: /* @__PURE__ */ functions('    one: { call: two }\n    two: { call: «two» }') },
  ],
};
