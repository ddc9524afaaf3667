/** The rules of events over a JSON text. */
import { eventDocument } from '../../server/src/event/document.ts';
import { rulesFor, rulesForDocuments } from '../../server/src/event/rules/index.ts';
import { resolveCascades } from '../../server/src/rules/cascade.ts';
import { runRules } from '../../server/src/rules/run.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { dataOf, type Said as Data } from '../support/findings.ts';

export interface Said extends Omit<Data, 'fixes' | 'fixed'> {
  /** The text after each fix. */
  readonly fixed: readonly { readonly title: string; readonly text: string }[];
}

/** What the event rules say about a JSON text, in text order. */
export function check(text: string): Said[] {
  const tree = parse(text, 'json');
  const document = eventDocument(tree.documents[0]!);
  const found = [...runRules(rulesForDocuments(), document), ...document.events.flatMap((event) => runRules(rulesFor(event), event))];
  return dataOf(tree, resolveCascades(found, tree)).map(({ fixes, fixed: _, ...said }) => ({
    ...said,
    fixed: fixes.map(({ title, text: after }) => ({ title, text: after })),
  }));
}
