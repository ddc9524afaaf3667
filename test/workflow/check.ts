/** The rules of workflows over a text, without the schema: what they say, and what their fixes make of it. */
import { resolveCascades } from '../../server/src/rules/cascade.ts';
import { publish, runRules } from '../../server/src/rules/run.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { rulesOf } from '../../server/src/workflow/rules/index.ts';
import { dataOf, type Said as Data } from '../support/findings.ts';

export interface Said extends Omit<Data, 'fixes' | 'fixed'> {
  /** Titles of the fixes, the preferred one with a star. */
  readonly fixes: readonly string[];
}

function dataIn(text: string): Data[] {
  const tree = parse(text, /^\s*[{[]/.test(text) ? 'json' : 'yaml');
  const model = tree.documents[0] && modelOf(tree.documents[0].fragment);
  return model ? dataOf(tree, publish(resolveCascades(runRules(rulesOf(model.dialect.id), model), tree), tree)) : [];
}

export const check = (text: string): Said[] =>
  dataIn(text).map(({ fixes, fixed: _, ...said }) => ({
    ...said,
    fixes: fixes.map(({ title, preferred }) => `${title}${preferred ? ' *' : ''}`),
  }));

/** The text after the fix with this title (of the first finding that has it). */
export const fixed = (text: string, title: string): string =>
  dataIn(text).flatMap(({ fixes }) => fixes.find((one) => one.title === title)?.text ?? [])[0] ?? `no fix "${title}"`;
