import { eventDocument } from '../../server/src/event/document.ts';
import { documentRules, rulesFor } from '../../server/src/event/rules/index.ts';
import type { RuleReport, Rule } from '../../server/src/rules/rule.ts';
import { textRange } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';

export interface Said {
  readonly code: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The text after each fix. */
  readonly fixed: readonly { readonly title: string; readonly text: string }[];
}

/** What the event rules say about a JSON text, in text order; silenced ones left out as the runner does it. */
export function check(text: string): Said[] {
  const tree = parse(text, 'json');
  const document = eventDocument(tree.documents[0]?.fragment.root);
  const said: (Said & { silences: readonly string[] })[] = [];
  const run = <S>(rule: Rule<S>, subject: S): void => {
    for (const report of rule.check(subject))
      said.push({
        ...place(report),
        code: rule.code,
        severity: report.severity ?? rule.level,
        message: report.message,
        silences: rule.silences ?? [],
      });
  };
  const place = (report: RuleReport) => ({
    ...textRange(tree, report.at),
    fixed: (report.fixes?.(tree) ?? []).map(({ title, edits }) => ({
      title,
      text: [...edits]
        .sort((a, b) => b.start - a.start)
        .reduce((done, { start, end, newText }) => done.slice(0, start) + newText + done.slice(end), text),
    })),
  });
  for (const rule of documentRules) run(rule, document);
  for (const event of document.events) for (const rule of rulesFor(event)) run(rule, event);
  const silenced = new Set(said.flatMap(({ silences }) => silences));
  return said.filter(({ code }) => !silenced.has(code)).sort((a, b) => a.start - b.start);
}
