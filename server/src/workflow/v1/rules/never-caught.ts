import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { type Run, stringOf } from '../../../syntax/node.ts';
import type { TaskRun, WorkflowModel } from '../../model.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { changeTo } from '../../rules/rule.ts';
import { standardType } from '../vocabulary.ts';
import { differ, type ErrorFacts, type Escape, type Literal, escapesOf, isOther, raisedError, wordOf } from './caught.ts';
import { notes } from '../../../syntax/notes.ts';

const kept = notes<Run, readonly Escape[]>();

/** What is raised in catches of the tasks of a run; only the outermost are asked, since what leaves a nested one may be caught by those around it. */
function escapesIn({ run, syntax }: TaskRun): readonly Escape[] {
  const known = kept.get(run);
  if (known) return known;
  const found = syntax.flatMap((task) => escapesOf(task)).filter(({ filters }) => filters.length > 0);
  kept.set(run, found);
  return found;
}

export const neverCaught: WorkflowRule = {
  code: 'error/never-caught',
  level: 'hint',
  dialects: ['v1'],
  check(model: WorkflowModel) {
    const escapes = model.rootLists.flatMap(({ runs }) => runs.flatMap(escapesIn));
    return [...new Set(escapes)].flatMap((escape) => read(escape, model));
  },
};

function read({ error, filters }: Escape, model: WorkflowModel): readonly RuleReport[] {
  const facts = raisedError(error, model);
  if (!facts || !filters.every((filter) => isOther(filter, facts))) return [];
  const { type, status } = facts;
  const types = filters.flatMap((filter) => filter.type?.value ?? []);
  const name = type && standardType(type.value);
  const twin = name === undefined ? undefined : types.find((filter) => filter !== type!.value && standardType(filter) === name);
  const isNamed = stringOf(error) !== undefined;
  const missed = missedBy(facts, filters);
  const { at: filterAt } = filters.flatMap((filter) => (missed === status ? filter.status : filter.type) ?? [])[0] ?? {};
  return [
    {
      at: isNamed ? error : missed.at,
      about: { names: filters.map(wordOf) },
      message: twin
        ? `The catch around this waits for "${twin}", and runtimes compare types letter by letter. Write that.`
        : `No catch around this waits for ${missed === status ? `the status ${missed.value}` : `"${missed.value}"`}: it ends the workflow.`,
      related: filterAt && [{ at: filterAt, message: 'What is caught.' }],
      fixes: twin === undefined || isNamed ? undefined : (tree) => [changeTo(tree, type!.at, twin)],
    },
  ];
}

/** Of an error that all filters miss, what they miss it by: its status, where its type is one that is waited for, or none. */
function missedBy({ type, status }: ErrorFacts, filters: readonly ErrorFacts[]): Literal<string | number> {
  const isByStatus = !type || (status !== undefined && !filters.some((filter) => differ(filter.type, type)));
  return isByStatus ? status! : type;
}

export const docs: RuleDocs = {
  rule: neverCaught,
  clause: 'dsl-reference: Try, Error Filter',
  why: 'An error that no catch around it waits for ends the workflow, and the catch was written in vain.',
  good: [
    `
do:
  - a:
      try: [ { b: { raise: { error: { type: https://example.com/errors/late, status: 500 } } } } ]
      catch: { errors: { with: { type: https://example.com/errors/late } } }
  - c: { raise: { error: { type: https://example.com/errors/free, status: 500 } } }
`,
    `
do:
  - outer:
      try:
        - inner:
            try:
              - b: { if: .late, raise: { error: { type: https://example.com/errors/late, status: 500 } } }
              - d: { call: unlock:1.0.0@default }
            catch: { errors: { with: { type: https://example.com/errors/lock } } }
      catch: { errors: { with: { type: https://example.com/errors/late } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      try:
        - b: { if: .late, raise: { error: { type: «https://example.com/errors/late», status: 500 } } }
        - d: { call: unlock:1.0.0@default }
      catch: { errors: { with: { type: https://example.com/errors/lock } } }
`,
    },
    {
      text: `
use: { errors: { late: { type: https://example.com/errors/late, status: 504 } } }
do:
  - a:
      try:
        - b: { if: .late, raise: { error: «late» } }
        - d: { call: unlock:1.0.0@default }
      catch: { errors: { with: { type: https://example.com/errors/lock } } }
`,
    },
    {
      text: `
do:
  - a:
      try:
        - b: { if: .late, raise: { error: { type: https://example.com/errors/late, status: «504» } } }
        - d: { call: unlock:1.0.0@default }
      catch: { errors: { with: { status: 404 } } }
`,
    },
  ],
};
