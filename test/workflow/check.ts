/** The rules of workflows over a text: what they say, and what their fixes make of it. */
import type { Finding } from '../../server/src/rules/finding.ts';
import { runRules, settle } from '../../server/src/rules/run.ts';
import type { Edit, Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { rulesOf } from '../../server/src/workflow/rules/index.ts';

export interface Said {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Titles of the fixes, the preferred one with a star. */
  readonly fixes: readonly string[];
}

const read = (text: string): { tree: Tree; findings: Finding[] } => {
  const tree = parse(text, /^\s*[{[]/.test(text) ? 'json' : 'yaml');
  const model = tree.documents[0] && modelOf(tree.documents[0].fragment);
  return { tree, findings: model ? settle(runRules(rulesOf(model.dialect.id), model), tree) : [] };
};

export function check(text: string): Said[] {
  const { tree, findings } = read(text);
  return findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    ...textRange(tree, finding.at),
    fixes: (finding.fixes?.(tree) ?? []).map((fix) => `${fix.title}${fix.preferred ? ' *' : ''}`),
  }));
}

/** The text after the fix with this title (of the first finding that has it). */
export function fixed(text: string, title: string): string {
  const { tree, findings } = read(text);
  const fix = findings.flatMap((finding) => finding.fixes?.(tree) ?? []).find((one) => one.title === title);
  return fix ? applied(text, fix.edits) : `no fix "${title}"`;
}

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.newText + done.slice(edit.end), text);
