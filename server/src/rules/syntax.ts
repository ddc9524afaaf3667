/** What the reader stumbled over, as findings, and which other findings are mere consequences of it. */
import type { Fragment, TextRange, Tree } from '../syntax/node.ts';
import { severityOf } from '../syntax/problems.ts';
import type { Finding } from './finding.ts';
import { syntaxFixes } from './syntax-fixes.ts';

/** Every syntax problem of a text. */
export const syntaxFindings = (tree: Tree): readonly Finding[] => tree.documents.flatMap(({ fragment }) => findingsIn(fragment));

const none: readonly Finding[] = [];
const kept = new WeakMap<Fragment, readonly Finding[]>();

/** What an item's own text holds, then what the items inside it do. */
function findingsIn(fragment: Fragment): readonly Finding[] {
  const { errors, children } = fragment;
  if (errors.length === 0 && children.length === 0) return none;
  const known = kept.get(fragment);
  if (known) return known;
  const found = errors.map(({ code, message, start, end }): Finding => ({
    code,
    severity: severityOf(code),
    at: { fragment, start, end },
    message,
    ...syntaxFixes(code, { fragment, start, end }),
  }));
  for (const child of children) {
    const inside = findingsIn(child.fragment);
    if (inside.length > 0) found.push(...inside);
  }
  const all = found.length > 0 ? found : none;
  kept.set(fragment, all);
  return all;
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
function afterTabs(syntax: readonly Finding[], tree: Tree): readonly TextRange[] {
  return syntax
    .filter(({ code }) => code === 'syntax/tab')
    .map(({ at }) => {
      const start = tree.base(at.fragment) + at.start;
      for (const { fragment, offset } of tree.documents)
        for (const child of fragment.children) {
          const from = offset + child.offset;
          if (from <= start && start < from + child.fragment.length) return { start, end: from + child.fragment.length };
        }
      return { start, end: tree.text.length };
    });
}

/** One line out of place puts those below it in the same item out of place, too. */
const displaced: ReadonlySet<string> = new Set([
  'syntax/indentation',
  'syntax/misplaced-dash',
  'syntax/missing-dash',
  'syntax/missing-colon',
  'syntax/dash-without-list',
]);

/** A key and a value, perhaps, between which only the colon is missing: a mistake of its own. */
const colonless = /^[\w-]+([ \t]+\S+)?$/;

/** The syntax findings that are no consequences of others, or of `misplaced` keys, which say better what is out of place. */
export function ownSyntax(syntax: readonly Finding[], tree: Tree, misplaced: readonly Finding[] = []): readonly Finding[] {
  if (syntax.length === 0) return syntax;
  const tabs = afterTabs(syntax, tree);
  const stretches = misplaced.map(({ at }) => {
    const base = tree.base(at.fragment);
    return { start: base + at.start, end: base + at.fragment.length };
  });
  const kept = syntax.filter(({ code, at }) => {
    const start = tree.base(at.fragment) + at.start;
    if (code !== 'syntax/tab' && tabs.some((tab) => inside(start, tab))) return false;
    return !displaced.has(code) || !stretches.some((each) => inside(start, each));
  });
  return tree.format === 'json' ? kept : withoutChains(kept, tree);
}

/** Of errors on one line the first is meant, and of lines out of place that follow each other. */
function withoutChains(syntax: readonly Finding[], tree: Tree): readonly Finding[] {
  if (syntax.length < 2) return syntax;
  const placed = syntax.map((finding) => ({ finding, start: tree.base(finding.at.fragment) + finding.at.start }));
  placed.sort((a, b) => a.start - b.start);
  const sameLine = (from: number, to: number): boolean => !tree.text.slice(from, to).includes('\n');
  const shaken = new Set<Fragment>();
  const dashes: number[] = [];
  return placed
    .filter(({ finding: { code, severity, at }, start }, index) => {
      const before = placed[index - 1];
      if (severity !== 'error') return true;
      if (before?.finding.severity === 'error' && sameLine(before.start, start)) return false;
      if (!displaced.has(code)) return true;
      const own = code === 'syntax/missing-colon' && colonless.test(tree.text.slice(start, tree.base(at.fragment) + at.end));
      const moved = dashes.some((dash) => dash < start && sameLine(dash, tree.base(at.fragment)));
      const next = before !== undefined && displaced.has(before.finding.code) && !/\n[^]*\n/.test(tree.text.slice(before.start, start));
      if (!own && (shaken.has(at.fragment) || moved || next)) return false;
      shaken.add(at.fragment);
      if (code === 'syntax/misplaced-dash') dashes.push(start);
      return true;
    })
    .map(({ finding }) => finding);
}

const inside = (offset: number, { start, end }: TextRange): boolean => start <= offset && offset <= end;

/**
 * Without the consequences of syntax errors. In an item with an error, what is said to be missing is left out, and so is whatever
 * stands on the lines of the error itself.
 */
export function withoutBroken(findings: readonly Finding[], syntax: readonly Finding[], tree: Tree): readonly Finding[] {
  const errors = syntax.filter((finding) => finding.severity === 'error');
  if (errors.length === 0 || findings.length === 0) return findings;
  const broken = new Map<Fragment, { start: number; end: number }[]>();
  for (const { at } of errors) broken.set(at.fragment, [...(broken.get(at.fragment) ?? []), { start: at.start, end: at.end }]);
  const near = (from: number, to: number): boolean => !/\n[^]*\n/.test(tree.text.slice(Math.min(from, to), Math.max(from, to)));
  const tabs = afterTabs(errors, tree);
  // What an item lacks may stand in the lines right behind it that are out of place.
  const behind = errors.filter(({ code }) => displaced.has(code)).map(({ at }) => tree.base(at.fragment) + at.start);
  const continued = (fragment: Fragment): boolean => {
    const end = tree.base(fragment) + fragment.length;
    return behind.some((start) => start >= end && tree.text.slice(end, start).trim() === '');
  };
  return findings.filter(({ code, at }) => {
    if (tabs.length > 0 && (absences.has(code) || tabs.some((tab) => inside(tree.base(at.fragment) + at.start, tab)))) return false;
    const places = broken.get(at.fragment);
    if (!places) return !absences.has(code) || !continued(at.fragment);
    if (absences.has(code)) return false;
    if (code === 'schema/misplaced') return true;
    const base = tree.base(at.fragment);
    return !places.some((place) => near(base + at.start, base + place.start) || near(base + at.start, base + place.end));
  });
}
