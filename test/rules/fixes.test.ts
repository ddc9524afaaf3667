/** Every fix of every example, in every style: no text is worse for it, and nothing is lost that could be kept. */
import { workspace } from '../support/editor.ts';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { createDoc } from '../../server/src/doc.ts';
import { eventRuleDocs } from '../../server/src/event/rules/docs.ts';
import { findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { codeActions } from '../../server/src/features/fixes/fixes.ts';
import { areDisjoint } from '../../server/src/features/fixes/trial.ts';
import type { Finding, Fix } from '../../server/src/rules/finding.ts';
import { schemaDocs } from '../../server/src/schema/code-docs.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { walk } from '../../server/src/syntax/locate.ts';
import type { Tree } from '../../server/src/syntax/node.ts';
import { workflowRuleDocs } from '../../server/src/workflow/rules/docs.ts';
import { workspaceRuleDocs } from '../../server/src/workspace/rules/docs.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { ranged } from '../support/marked.ts';
import { workspaceOf } from '../workspace/files.ts';
import * as brought from '../schema/brought.ts';
import { mistakes } from '../schema/messages.ts';
import { inputs } from './inputs.ts';
import { commentsIn, eventVariants, indentsIn, messageVariants, type Variant, workflowVariants } from './variants.ts';

interface Seen {
  readonly around: Workspace;
  readonly tree: Tree;
  readonly findings: readonly Finding[];
}

function look(text: string, languageId: string, around = workspace): Seen {
  const doc = createDoc({ uri: 'file:///it', languageId, version: 1, text });
  return { around, tree: doc.tree, findings: findings(around, doc) };
}

const errors = ({ findings }: Seen): number => findings.filter(({ severity }) => severity === 'error').length;
const syntax = ({ findings }: Seen): number =>
  findings.filter(({ code, severity }) => code.startsWith('syntax/') && severity === 'error').length;
const times = ({ findings }: Seen, { code, message }: Finding): number =>
  findings.filter((each) => each.code === code && each.message === message).length;

/** What is said in a text: the texts of all keys and values, sorted. */
function wordsIn(tree: Tree): string[] {
  const words: string[] = [];
  for (const { fragment } of tree.documents)
    walk(fragment.root, (node, pair) => {
      if (pair) words.push(pair.key.text);
      if (node.kind === 'scalar') words.push(node.text);
      if (node.kind === 'map') for (const each of node.pairs) if (!each.value) words.push(each.key.text);
    });
  return words.sort();
}
/** What of one list is not in the other. */
function lost(before: readonly string[], after: readonly string[]): string[] {
  const left = [...after];
  return before.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const subset = (inner: ReadonlySet<number>, outer: ReadonlySet<number>, otherwise: readonly number[]): boolean =>
  [...inner].every((each) => (outer.size > 0 ? outer : new Set(otherwise)).has(each));

/** Fixes that write what stands there in another place, or more beside it: every word is still there, but for a "name" that becomes a key. */
const moves = /^(Create|Move|Put .* under|Indent|Give|Start|Name it|Make|Leave out)/;

/** What was moved and is in the text no more; a word that is called something else now is told so. */
function lostWords(before: Seen, after: Seen, finding: Finding, fix: Fix): string[] {
  if (!moves.test(fix.title)) return [];
  const told = (word: string): boolean => fix.title.includes(`"${word}"`) || finding.about?.names?.includes(word) === true;
  const gone = lost(wordsIn(before.tree), wordsIn(after.tree)).filter((word) => word !== 'name' && word !== 'null' && !told(word));
  return gone.length > 0 ? [`lost: ${gone.join(', ')}`] : [];
}

/** What is wrong with a fix, in words. */
function flaws(before: Seen, finding: Finding, fix: Fix, languageId: string): string[] {
  const text = applyEdits(before.tree.text, fix.edits);
  const after = look(text, languageId, before.around);
  const said: string[] = [];
  if (!areDisjoint(fix.edits)) said.push('edits overlap');
  if (syntax(after) > syntax(before)) said.push('can be read no more');
  if (errors(after) > errors(before)) said.push('more errors');
  if (fix.preferred && finding.severity === 'error' && errors(after) >= errors(before) && !/ colon/.test(finding.message))
    said.push('as many errors');
  if (times(after, finding) >= times(before, finding)) said.push('the finding is still there');
  if (/\r\n/.test(before.tree.text) ? /(?<!\r)\n/.test(text) : /\r/.test(text)) said.push('mixed line breaks');
  // What is removed takes the comments inside of it along, and what is reported as a value that looks like a comment is none.
  if (
    !fix.title.startsWith('Remove') &&
    finding.code !== 'schema/look-alike' &&
    lost(commentsIn(before.tree), commentsIn(after.tree)).length > 0
  )
    said.push('a comment is lost');
  said.push(...lostWords(before, after, finding, fix));
  const [old, now] = [indentsIn(before.tree), indentsIn(after.tree)];
  if (finding.code !== 'schema/misplaced' && !finding.code.startsWith('syntax/')) {
    if (!subset(now.maps, old.maps, old.lists.size > 0 ? [...old.lists] : [2])) said.push(`indentation ${[...now.maps].join(', ')}`);
    if (!subset(now.lists, old.lists, [2, 4])) said.push(`indentation of lists ${[...now.lists].join(', ')}`);
  }
  return said.map((each) => `${fix.title}: ${each}\n${text}`);
}

const allFlaws = (
  variants: readonly Variant[],
  languages: { readonly yaml: string; readonly json: string },
  around?: Workspace,
): string[] =>
  variants.flatMap(({ name, text, format }) => {
    const before = look(text, languages[format], around);
    return before.findings.flatMap((finding) =>
      (finding.fixes?.(before.tree) ?? []).flatMap((fix) =>
        flaws(before, finding, fix, languages[format]).map((each) => `${name}: ${each}`),
      ),
    );
  });

const workflow = { yaml: 'workflow-yaml', json: 'workflow-json' };
const head = "document:\n  dsl: '1.0.3'\n  namespace: shop\n  name: order\n  version: '1.0.0'\n";
const whole = (text: string): string => (/^(?:document|id|dsl):/.test(text) ? text : head + text);

describe('workflows', () => {
  const examples = [...workflowRuleDocs, ...schemaDocs].flatMap(({ rule, bad }) =>
    bad.map(({ text }): [string, string] => [rule.code, ranged(text).text.replace(/^\n/, '')]),
  );
  test.each(examples)('%s: %s', (_, text) => {
    expect(allFlaws(workflowVariants(whole(text)), workflow)).toEqual([]);
  });
  test.each(Object.entries(inputs))('%s', (_, text) => {
    expect(allFlaws(workflowVariants(whole(text)), workflow)).toEqual([]);
  });
});

describe('mistakes that people make, and words that they bring along', () => {
  const indented = (text: string): string => `do:\n${text.replace(/^/gm, '  ')}\n`;
  const texts = [
    ...brought.tasks.map(([body]) => brought.task(body)),
    ...brought.authentications.map(([body]) => brought.use(body)),
    ...mistakes.map(([tasks]) => head + indented(ranged(tasks).text)),
  ];
  test.each(texts)('%s', (text) => {
    expect(allFlaws(workflowVariants(text), workflow)).toEqual([]);
  });
});

describe('events', () => {
  const examples = eventRuleDocs.flatMap(({ rule, bad, language = 'cloudevent' }) =>
    bad.map(({ text }) => [rule.code, ranged(text).text, language] as const),
  );
  test.each(examples)('%s: %s', (_, text, language) => {
    const variants = language === 'http' ? messageVariants(text) : eventVariants(text);
    expect(allFlaws(variants, { yaml: language, json: language })).toEqual([]);
  });
});

describe('workspaces', () => {
  const examples = workspaceRuleDocs.flatMap(({ rule, bad }) => bad.map(({ text }): [string, typeof text] => [rule.code, text]));
  test.each(examples)('%s: %s', (_, texts) => {
    const files = Object.entries(texts).map(([name, text]) => [`file:///${name}`, ranged(text).text.trimStart()] as const);
    const around = workspaceOf(Object.fromEntries(files));
    for (const [, text] of files) expect(allFlaws(workflowVariants(text), workflow, around)).toEqual([]);
  });
});

/** Words of YAML that a text in braces and double quotes has nothing of. */
const yamlOnly = /\b(?:mapping|dash|indent|YAML)|"- |below it|above it|a line of its own|"\w+: \S/i;

describe('JSON', () => {
  const texts = [
    ...brought.tasks.map(([body]) => brought.task(body)),
    ...brought.authentications.map(([body]) => brought.use(body)),
    ...mistakes.map(([tasks]) => `${head}do:\n${ranged(tasks).text.replace(/^/gm, '  ')}\n`),
    ...[...workflowRuleDocs, ...schemaDocs].flatMap(({ bad }) => bad.map(({ text }) => whole(ranged(text).text.replace(/^\n/, '')))),
  ];
  test.each(texts)('is spoken of in its own words: %s', (text) => {
    for (const each of workflowVariants(text).filter(({ format }) => format === 'json')) {
      const { tree, findings } = look(each.text, workflow.json);
      const words = findings.flatMap((finding) => [finding.message, ...(finding.fixes?.(tree) ?? []).map(({ title }) => title)]);
      expect(words.filter((said) => yamlOnly.test(said))).toEqual([]);
    }
  });
});

describe('one fix for all', () => {
  const all = Object.entries(inputs).flatMap(([name, text]) => {
    return workflowVariants(whole(text)).map((variant): [string, Variant] => [`${name}, ${variant.name}`, variant]);
  });
  const actionsIn = (text: string, languageId: string) => {
    const doc = createDoc({ uri: 'file:///it', languageId, version: 1, text });
    const range = doc.range({ start: 0, end: text.length });
    return codeActions(workspace, doc, range).map(({ title, edit }) => ({
      title,
      edits: (edit!.documentChanges as { edits: TextEdit[] }[])[0]!.edits.map(({ range, newText }) => ({
        start: doc.offsetAt(range.start),
        end: doc.offsetAt(range.end),
        newText,
      })),
    }));
  };
  test.each(all)('%s', (_, { text, format }) => {
    const before = look(text, workflow[format]);
    for (const { title, edits } of actionsIn(text, workflow[format]).filter((each) => / \(all \d+\)$/.test(each.title))) {
      const after = look(applyEdits(text, edits), workflow[format]);
      expect(errors(after), title).toBeLessThan(errors(before));
      expect(
        after.findings.filter(({ code }) => /duplicate|syntax/.test(code)),
        title,
      ).toEqual([]);
    }
  });
  test.each(['one unknown function twice', 'one name four times', 'tasks without names'])(
    'not for %s: it would be written twice',
    (name) => {
      expect(actionsIn(head + inputs[name]!, 'workflow-yaml').filter(({ title }) => title.includes('(all'))).toEqual([]);
    },
  );
});
