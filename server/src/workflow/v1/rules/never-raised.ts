import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { replaceValue } from '../../../syntax/edit.ts';
import { nearest } from '../../../rules/nearest.ts';
import type { WorkflowModel } from '../../model.ts';
import { changeTo, gatherRule } from '../../rules/rule.ts';
import { standardType } from '../vocabulary.ts';
import { caughtBy, differ, type ErrorFacts, isOther, type Raised, raisedError, raisedIn, wordOf } from './caught.ts';

/** Standard errors that come from outside of the workflow and from nowhere else; the others a runtime may raise anywhere. */
const fromOutside: ReadonlySet<string> = new Set(['communication', 'authentication', 'authorization']);

/** What the runtime itself raises, wherever it is: for what is wrong in the workflow, for what takes too long, for the rest. */
const anywhere: ReadonlySet<number> = new Set([400, 408, 500]);

/** A `try` whose catch says for what. */
interface Guard {
  readonly name: string;
  readonly caught: ErrorFacts;
  readonly raised: Raised;
}

export const neverRaised = gatherRule<Guard>({
  code: 'error/never-raised',
  level: 'hint',
  dialects: ['v1'],
  kinds: ['try'],
  find(task) {
    const caught = caughtBy(task);
    return caught ? [{ name: task.name, caught, raised: raisedIn(task) }] : [];
  },
  whole(guards, model) {
    // Extensions put tasks of their own around others, and what these raise is caught as well.
    return model.symbols.all('extension').length > 0 ? [] : guards.flatMap((guard) => read(guard, model));
  },
});

/** May it come from a runtime, or from what a task reaches? */
function mayComeAnyway({ type, status }: ErrorFacts, { any, outside }: Raised): boolean {
  if (any) return true;
  const name = type && standardType(type.value);
  if (type) return name !== undefined && (outside || !fromOutside.has(name));
  return outside || anywhere.has(status!.value);
}

function read({ name, caught, raised }: Guard, model: WorkflowModel): readonly RuleReport[] {
  if (mayComeAnyway(caught, raised)) return [];
  const errors = raised.errors.map((error) => raisedError(error, model));
  if (errors.some((error) => !error || !isOther(caught, error))) return [];
  const { type, status } = caught;
  const types = errors.flatMap((error) => error?.type?.value ?? []);
  if (status && (!type || types.includes(type.value))) {
    const others = [...new Set(errors.filter((error) => !differ(error?.type, type)).flatMap((error) => error?.status?.value ?? []))];
    return [
      {
        at: status.at,
        about: { names: [wordOf(caught)] },
        message: `Nothing in "${name}" raises an error with the status ${status.value}.${others.length === 1 ? ` What it raises has ${others[0]}.` : ''}`,
        fixes:
          others.length !== 1
            ? undefined
            : (tree) => [{ title: `Change to ${others[0]}`, edits: [replaceValue(tree, status.at, others[0]!)] }],
      },
    ];
  }
  if (!type) return [];
  const standard = standardType(type.value);
  // Compared letter by letter, the same error under another address is another one.
  const twin = types.find((each) => standard !== undefined && standardType(each) === standard) ?? nearest(type.value, types);
  return [
    {
      at: type.at,
      about: { names: [type.value] },
      message: `Nothing in "${name}" raises "${type.value}".${twin ? ` Did you mean "${twin}"?` : ''}`,
      fixes: twin === undefined ? undefined : (tree) => [changeTo(tree, type.at, twin)],
    },
  ];
}

export const docs: RuleDocs = {
  rule: neverRaised,
  clause: 'dsl-reference: Try, Error Filter',
  why: 'A catch for an error that nothing raises never runs.',
  good: [
    `
do:
  - a:
      try: [ { b: { call: 'log:1.0.0@default' } } ]
      catch: { errors: { with: { type: https://example.com/errors/full } } }
  - c:
      try: [ { d: { raise: { error: { type: https://example.com/errors/late, status: 500 } } } } ]
      catch: { errors: { with: { type: https://example.com/errors/late } } }
`,
    `
use: { errors: { late: { type: https://example.com/errors/late, status: 504 } } }
do:
  - a:
      try: [ { b: { if: .late, raise: { error: late } } }, { c: { raise: { error: late } } } ]
      catch: { errors: { with: { type: https://example.com/errors/late, status: 504 } } }
  - d:
      try: [ { e: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { status: 404 } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      try: [ { b: { set: { x: 1 } } } ]
      catch: { errors: { with: { type: «https://serverlessworkflow.io/spec/1.0.0/errors/communication» } } }
`,
    },
    {
      text: `
use: { errors: { late: { type: https://example.com/errors/late, status: 504 } } }
do:
  - a:
      try: [ { b: { raise: { error: late } } } ]
      catch: { errors: { with: { type: «https://example.com/errors/out-of-stock» } } }
  - c:
      try: [ { d: { raise: { error: late } } } ]
      catch: { errors: { with: { status: «404» } } }
`,
    },
  ],
};
