/** What the reader stumbled over, as findings, and which other findings are mere consequences of it. */
import type { Item, Tree } from '../syntax/node.ts';
import { severityOf } from '../syntax/problems.ts';
import type { Finding } from './finding.ts';

/** Every syntax problem of a text. */
export function syntaxFindings(tree: Tree): Finding[] {
  const found: Finding[] = [];
  const visit = (item: Item): void => {
    for (const { code, message, start, end } of item.problems)
      found.push({ code, severity: severityOf(code), at: { item, start, end }, message });
    for (const child of item.children) visit(child.item);
  };
  for (const { item } of tree.documents) visit(item);
  return found;
}

/** What is missing may be there, in the words that could not be read. */
const absences: ReadonlySet<string> = new Set([
  'schema/missing-property',
  'schema/missing-value',
  'schema/no-kind',
  'schema/item-name',
  'schema/type',
]);

/**
 * Without the consequences of syntax errors. In an item with an error, what is said to be missing is left out, and so is whatever
 * stands on the lines of the error itself.
 */
export function withoutBroken(findings: readonly Finding[], syntax: readonly Finding[], tree: Tree): readonly Finding[] {
  const errors = syntax.filter((finding) => finding.severity === 'error');
  if (errors.length === 0 || findings.length === 0) return findings;
  const broken = new Map<Item, { start: number; end: number }[]>();
  for (const { at } of errors) broken.set(at.item, [...(broken.get(at.item) ?? []), { start: at.start, end: at.end }]);
  const near = (from: number, to: number): boolean => !/\n[^]*\n/.test(tree.text.slice(Math.min(from, to), Math.max(from, to)));
  return findings.filter(({ code, at }) => {
    const places = broken.get(at.item);
    if (!places) return true;
    if (absences.has(code)) return false;
    const base = tree.base(at.item);
    return !places.some((place) => near(base + at.start, base + place.start) || near(base + at.start, base + place.end));
  });
}
