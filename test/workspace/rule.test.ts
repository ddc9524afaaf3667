import { describe, expect, test } from 'vitest';
import { findings, diagnose } from '../../server/src/features/diagnostics/diagnostics.ts';
import { codeActions } from '../../server/src/features/fixes/fixes.ts';
import { createDoc, type Doc } from '../../server/src/doc.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { WorkspaceRule } from '../../server/src/workspace/rule.ts';
import { summarise } from '../../server/src/workspace/summary.ts';
import { withCompleteness, withFile, withoutFile, withSettings, workflowsOf } from '../../server/src/workspace/workspace.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { open, pays, workflow, workspaceOf } from './files.ts';

/** What a rule that ships might look like: a workflow that is run must exist; and it must be said where another version is. */
function testRule(): { readonly rule: WorkspaceRule; readonly asked: () => number } {
  let count = 0;
  const rule: WorkspaceRule = {
    code: 'workspace/unknown-workflow',
    level: 'warning',
    *check({ doc, workspace }) {
      count++;
      for (const part of doc.parts) {
        const model = modelOf(part);
        for (const { identity, places } of model?.tasks.flatMap(({ facts }) => facts.subWorkflows) ?? []) {
          const [best] = workflowsOf(workspace, identity);
          if (!places.version || best?.part.identity.version === identity.version) continue;
          yield {
            at: places.version,
            message: `No file holds "${identity.name}" ${identity.version}.`,
            related: best && [{ message: 'Another version is here.', uri: best.uri, place: best.part.place }],
            fixes: () => [
              {
                title: 'Rename it there',
                preferred: true,
                edits: [],
                elsewhere: best ? [{ uri: best.uri, edits: [{ place: best.part.place, newText: 'other' }] }] : [],
              },
            ],
          };
        }
      }
    },
  };
  return { rule, asked: () => count };
}

const runs = (version: string) =>
  workflow('order', '1.0.0', `  - a: { run: { workflow: { namespace: shop, name: pay, version: '${version}' } } }\n`);
const codes = (found: readonly Finding[]) => found.map(({ code }) => code);

describe('a rule that sees the workspace', () => {
  const { rule, asked } = testRule();
  const rules = [rule];
  const doc = open('file:///order.sw.yaml', runs('1.0.0'));
  const alone = workspaceOf({});
  const together = workspaceOf({ 'file:///pay.sw.yaml': pays });

  test('is asked again when another file is another, and not before', () => {
    expect(codes(findings(alone, doc, rules))).toEqual(['workspace/unknown-workflow']);
    expect(codes(findings(together, doc, rules))).toEqual([]);
    expect(codes(findings(alone, doc, rules))).toEqual(['workspace/unknown-workflow']);
    const before = asked();
    const same = findings(alone, doc, rules);
    expect(findings(alone, doc, rules)).toBe(same);
    expect(asked()).toBe(before);
  });

  test('does not go stale over a file that comes, changes and goes', () => {
    let workspace = alone;
    const said = () => codes(findings(workspace, doc, rules)).length;
    expect(said()).toBe(1);
    const pay = (text: string, previous?: Doc) =>
      createDoc({ uri: 'file:///pay.sw.yaml', languageId: 'workflow-yaml', version: 1, text }, previous);
    const first = pay(pays);
    workspace = withFile(workspace, summarise(first)!);
    expect(said()).toBe(0);
    workspace = withFile(workspace, summarise(pay(pays.replace("version: '1.0.0'", "version: '2.0.0'"), first))!);
    expect(said()).toBe(1);
    workspace = withoutFile(workspace, 'file:///pay.sw.yaml');
    expect(said()).toBe(1);
  });

  test('is not asked while a line above what a file says comes or goes', () => {
    const moved = withFile(together, summarise(open('file:///pay.sw.yaml', `# One more line.\n${pays}`))!);
    const said = findings(together, doc, rules);
    const before = asked();
    expect(findings(moved, doc, rules)).toBe(said);
    expect(asked()).toBe(before);
  });

  test('is not asked before every file is known', () => {
    const { rule, asked } = testRule();
    const reading = withCompleteness(alone, false);
    expect(findings(reading, doc, [rule])).toEqual([]);
    expect(asked()).toBe(0);
    expect(codes(findings(withCompleteness(reading, true), doc, [rule]))).toEqual(['workspace/unknown-workflow']);
    expect(findings(reading, doc, [rule])).toEqual([]);
  });

  test('an edit elsewhere checks nothing of this file again', () => {
    // Reading the tree is what every check of a single file begins with.
    let reads = 0;
    const watched = open('file:///order.sw.yaml', runs('1.0.0'));
    const { tree } = watched;
    Object.defineProperty(watched, 'tree', { get: () => (reads++, tree) });
    expect(findings(together, watched, rules)).toEqual([]);
    expect(reads).toBeGreaterThan(2);
    reads = 0;
    const more = withFile(together, summarise(open('file:///more.sw.yaml', workflow('more', '1.0.0', '  - a: { set: {} }\n')))!);
    findings(more, watched, rules);
    // To settle what the workspace says is all that may look at it: nothing was said.
    expect(reads).toBeLessThanOrEqual(2);
  });

  test('heeds levels and comments', () => {
    const levels = { ...alone.settings, rules: { 'workspace/*': 'off' as const } };
    expect(findings(withSettings(alone, levels), doc, rules)).toEqual([]);
    const silenced = open(
      'file:///order.sw.yaml',
      runs('1.0.0').replace('  - a', '  # heddle-ignore workspace/unknown-workflow: elsewhere\n  - a'),
    );
    // Nobody but this test knows the rule, which is said in its place.
    expect(findings(alone, silenced, rules).map(({ code }) => code)).toEqual(['settings/unknown-code']);
  });
});

test('findings point, and fixes reach, into other files', () => {
  const { rule } = testRule();
  const doc = open('file:///order.sw.yaml', runs('2.0.0'));
  const workspace = workspaceOf({ 'file:///pay.sw.yaml': pays });
  expect(findings(workspace, doc, [rule])).toHaveLength(1);
  const range = { start: { line: 0, character: 49 }, end: { line: 0, character: 52 } };
  const [diagnostic] = diagnose(workspace, doc, [rule]);
  expect(diagnostic?.relatedInformation).toEqual([
    { location: { uri: 'file:///pay.sw.yaml', range }, message: 'Another version is here.' },
  ]);
  const [action] = codeActions(workspace, doc, diagnostic!.range, undefined, [rule]);
  expect(action?.edit?.documentChanges).toEqual([
    { textDocument: { uri: 'file:///pay.sw.yaml', version: null }, edits: [{ range, newText: 'other' }] },
  ]);

  const moved = withFile(workspace, summarise(open('file:///pay.sw.yaml', `# One more line.\n${pays}`))!);
  const below = { start: { ...range.start, line: 1 }, end: { ...range.end, line: 1 } };
  expect(diagnose(moved, doc, [rule])[0]?.relatedInformation).toMatchObject([{ location: { range: below } }]);
  const [again] = codeActions(moved, doc, diagnostic!.range, undefined, [rule]);
  expect(again?.edit?.documentChanges).toMatchObject([{ edits: [{ range: below }] }]);
});

test('what a fix does in other files is never done for all at once', () => {
  const { rule } = testRule();
  const again = "  - b: { run: { workflow: { namespace: shop, name: pay, version: '2.0.0' } } }\n";
  const doc = open('file:///order.sw.yaml', runs('2.0.0') + again);
  const workspace = workspaceOf({ 'file:///pay.sw.yaml': pays });
  const titles = codeActions(workspace, doc, doc.range({ start: 0, end: doc.text.length }), undefined, [rule]).map(({ title }) => title);
  expect(titles.filter((title) => !title.startsWith('Ignore'))).toEqual(['Rename it there', 'Rename it there']);
});
