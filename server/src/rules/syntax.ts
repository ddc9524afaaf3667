/** What the reader stumbled over, as findings, and which other findings are mere consequences of it. */
import type { Item, Span, Tree } from '../syntax/node.ts';
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

/** A line that is indented with tabs has no place in YAML: what follows in the same list item, or document, is guesswork. */
function afterTabs(syntax: readonly Finding[], tree: Tree): readonly Span[] {
  return syntax
    .filter(({ code }) => code === 'syntax/tab')
    .map(({ at }) => {
      const start = tree.base(at.item) + at.start;
      for (const { item, offset } of tree.documents)
        for (const child of item.children) {
          const from = offset + child.offset;
          if (from <= start && start < from + child.item.length) return { start, end: from + child.item.length };
        }
      return { start, end: tree.text.length };
    });
}

/** The syntax findings that are no consequences of others. */
export function ownSyntax(syntax: readonly Finding[], tree: Tree): readonly Finding[] {
  const tabs = afterTabs(syntax, tree);
  if (tabs.length === 0) return syntax;
  return syntax.filter(({ code, at }) => code === 'syntax/tab' || !tabs.some((tab) => inside(tree.base(at.item) + at.start, tab)));
}

const inside = (offset: number, { start, end }: Span): boolean => start <= offset && offset <= end;

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
  const tabs = afterTabs(errors, tree);
  return findings.filter(({ code, at }) => {
    if (tabs.length > 0 && (absences.has(code) || tabs.some((tab) => inside(tree.base(at.item) + at.start, tab)))) return false;
    const places = broken.get(at.item);
    if (!places) return true;
    if (absences.has(code)) return false;
    const base = tree.base(at.item);
    return !places.some((place) => near(base + at.start, base + place.start) || near(base + at.start, base + place.end));
  });
}
