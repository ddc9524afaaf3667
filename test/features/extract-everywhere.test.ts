/** Tasks of any workflow put into one of their own. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textRange } from '../../server/src/syntax/range.ts';
import { toValue } from '../../server/src/syntax/value.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { absent, officialExamples, ownWorkflows } from '../corpus/official.ts';
import { done, service, uri } from '../support/extract.ts';
import { generateWorkflow } from '../support/generate.ts';
import { runs } from '../support/runs.ts';
import { open, workspaceOf } from '../workspace/files.ts';

/** Tasks of a text, each with its place and its data, by the name of its list's first task. */
const tasksIn = (at: string, text: string) => {
  const doc = open(at, text);
  const model = modelOf(doc.parts[0]!)!;
  return model.tasks.map((task) => ({ task, range: textRange(doc.tree, task.nameAt), data: toValue(task.list.seq.elements[task.index]) }));
};

const examples = [...ownWorkflows(), ...(absent ? [] : officialExamples())].map(({ text }) => text);

test('whatever is offered leaves two files without a new finding, and the same tasks in the same order', () => {
  let taken = 0;
  const texts = fc.oneof(
    fc.constantFrom(...examples),
    fc.integer({ min: 1, max: 500 }).map((seed) => generateWorkflow(90, seed)),
  );
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat({ max: 2 }), (text, pick, more) => {
      const at = /^\s*\{/.test(text) ? 'file:///order.sw.json' : uri;
      if (open(at, text).parts[0]?.kind !== 'workflow') return;
      const tasks = tasksIn(at, text).filter(({ task }) => task.list.role !== 'function');
      if (tasks.length === 0) return;
      const first = tasks[pick % tasks.length]!;
      const { list, index } = first.task;
      const last = tasks.find(({ task }) => task.list === list && task.index === Math.min(index + more, list.tasks.length - 1))!;
      const doc = open(at, text);
      const actions = service.refactorings(workspaceOf({ [at]: text }), doc, doc.range({ start: first.range.start, end: last.range.end }));
      const action = actions.find(({ title, edit }) => title.startsWith('Extract to') && edit);
      if (!action) return;
      taken++;
      const [left, made, name] = done(text, action, at);
      const before = list.tasks.slice(index, last.task.index + 1).map((each) => toValue(list.seq.elements[each.index]));
      const inMade = tasksIn(at, made).filter(({ task }) => task.list.role === 'workflow');
      const inLeft = tasksIn(at, left);
      const run = inLeft.find(({ task }) => task.name === first.task.name && task.kind === 'run')!;
      // Where the last of them went on goes with the one in their place.
      const then = (run.data as Record<string, { then?: string }>)[first.task.name]!.then;
      const tail = inMade.at(-1)!;
      if (then !== undefined) (tail.data as Record<string, { then?: string }>)[tail.task.name]!.then = then;
      expect(inMade.map(({ data }) => data)).toEqual(before);
      expect(run.task.facts.subWorkflows[0]!.identity.name).toBe(name.slice(0, name.indexOf('.')));
      expect(run.task.list.tasks.length).toBe(list.tasks.length - before.length + 1);
    }),
    { numRuns: runs(20) },
  );
  expect(taken).toBeGreaterThan(2);
}, 120_000);
