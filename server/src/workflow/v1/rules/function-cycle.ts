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

/** The circles that calls lead into, each from the first of its functions on, in the order of their calls. Every function is passed once. */
function circles(calls: ReadonlyMap<string, ScalarNode>): readonly (readonly string[])[] {
  const order = new Map([...calls.keys()].map((name, index) => [name, index]));
  const startOf = new Map<string, string>();
  return [...calls.keys()].flatMap((start) => {
    const way: string[] = [];
    let name: string | undefined = start;
    while (name !== undefined && order.has(name) && !startOf.has(name)) {
      startOf.set(name, start);
      way.push(name);
      name = calls.get(name)?.text;
    }
    if (name === undefined || startOf.get(name) !== start || way.length === 0) return [];
    const circle = way.slice(way.indexOf(name));
    const first = circle.reduce((one, other, index) => (order.get(other)! < order.get(circle[one]!)! ? index : one), 0);
    return [[...circle.slice(first), ...circle.slice(0, first)]];
  });
}

export const functionCycle: WorkflowRule = {
  code: 'call/function-cycle',
  level: 'warning',
  dialects: ['v1'],
  *check(model) {
    const calls = plainCalls(model);
    for (const [name = '', ...others] of circles(calls)) {
      const over = others.length > 0 ? ` over ${quoted(others)}` : '';
      yield {
        at: calls.get(name)!,
        message: `"${name}" calls itself here${over}, and nothing ends that. Call what does the work.`,
        related: others.slice(0, 9).map((each) => ({ at: calls.get(each)!, message: `"${each}" calls "${calls.get(each)!.text}" here.` })),
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
