/** Fixes of syntax problems that are a sign or two away from being right. */
import type { Format, Tree } from '../syntax/node.ts';
import { textRange } from '../syntax/range.ts';
import type { Finding, Fix } from './finding.ts';
import { json } from './syntax-fixes/json.ts';
import type { Make } from './syntax-fixes/make.ts';
import { yaml } from './syntax-fixes/yaml.ts';

const tables: Readonly<Record<Format, Readonly<Record<string, Make>>>> = { yaml, json };

/** The fixes of a syntax error by its code, `at` being where it was reported; none for codes that have none. */
export function syntaxFixes(tree: Tree, code: string, at: Finding['at']): readonly Fix[] {
  const { start, end } = textRange(tree, at);
  const { text, format } = tree;
  const made = tables[format][code]?.({ tree, text, at, start, end, words: text.slice(start, end) }) ?? [];
  return [made].flat().filter(({ edits }) => edits.length > 0);
}
