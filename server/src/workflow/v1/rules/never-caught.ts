import type { RuleDocs } from '../../../rules/rule.ts';
import { type Run, stringOf } from '../../../syntax/node.ts';
import type { TaskRun, WorkflowModel } from '../../model.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { changeTo } from '../../rules/rule.ts';
import { standardType } from '../vocabulary.ts';
import { type Escape, escapesOf } from './caught.ts';
import { notes } from '../../../syntax/notes.ts';

const kept = notes<Run, readonly Escape[]>();

/** What leaves the tasks of a run; only the outermost are asked, since what leaves a nested one may be caught by those around it. */
function escapesIn({ run, tasks }: TaskRun): readonly Escape[] {
  const known = kept.get(run);
  if (known) return known;
  const found = tasks.flatMap(({ syntax }) => escapesOf(syntax));
  kept.set(run, found);
  return found;
}

export const neverCaught: WorkflowRule = {
  code: 'error/never-caught',
  level: 'hint',
  dialects: ['v1'],
  *check(model: WorkflowModel) {
    const escapes = model.rootLists.flatMap(({ runs }) => runs.flatMap(escapesIn));
    for (const { type, passed } of new Set(escapes)) {
      const raised = stringOf(type)!;
      const filters = passed.map((each) => stringOf(each)!);
      if (filters.length === 0) continue;
      const name = standardType(raised);
      const twin = name === undefined ? undefined : filters.find((filter) => standardType(filter) === name);
      yield {
        at: type,
        about: { names: filters },
        message: twin
          ? `The catch around this waits for "${twin}", and runtimes compare types letter by letter. Write that.`
          : `No catch around this waits for "${raised}": it ends the workflow.`,
        related: [{ at: passed[0]!, message: 'What is caught.' }],
        fixes: twin === undefined ? undefined : (tree) => [changeTo(tree, type, twin)],
      };
    }
  },
};

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
  ],
};
