/** Whatever stands in a good text is offered while it is written, high in the list, and taking it writes it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, expect } from 'vitest';
import { apply, open, listAt, type Language } from '../support/editor.ts';
import type { Doc } from '../../server/src/doc.ts';
import { cutsOf, inShownOrder, knownWords, type Cut, type Known } from '../support/cuts.ts';
import { nodeAt } from '../support/schema-at.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { errorsIn } from '../../server/src/syntax/locate.ts';
import { resolve } from '../../server/src/syntax/node.ts';
import { parse } from 'yaml';
import { runs } from '../support/runs.ts';

/** Codes of what cannot be read in a text. What is only missing is still to be written. */
const unreadable = (doc: Doc): string[] =>
  doc.tree.documents
    .flatMap(({ fragment }) => errorsIn(fragment).map(({ code }) => code))
    .filter((code) => code !== 'syntax/missing-value');

/** What is wrong with the list at a cut, or with the text after the word was taken from it. */
function wrong(original: Doc, languageId: Language, word: Known, cut: Cut): string | undefined {
  const shown = inShownOrder(listAt(cut.text, cut.offset, languageId), cut.typed);
  const labels = shown.map(({ label }) => label);
  const at = labels.indexOf(word.label);
  if (at < 0) return `not offered, only: ${labels.slice(0, 12).join(', ')}`;
  // A template of what is meant is as good, and of many values that begin alike one has to type more.
  const before = labels.slice(0, at).filter((label) => word.on === 'key' || !label.startsWith(cut.typed));
  if (cut.typed && before.length >= 3 && !before.slice(0, 3).some((label) => label.startsWith(`${word.label} `)))
    return `place ${at}: ${labels.slice(0, 8).join(', ')}`;
  const text = apply(cut.text, shown[at]!, '');
  const after = open(text, languageId);
  const known = unreadable(open(cut.text.slice(0, cut.offset - cut.typed.length) + cut.text.slice(cut.offset), languageId));
  if (cut.isOpen) return undefined;
  const fresh = unreadable(after).filter((code) => !known.includes(code));
  if (fresh.length > 0) return `taking it brings ${fresh.join(', ')}\n${text}`;
  const root = after.parts[word.part]?.root;
  if (word.on === 'value') {
    const node = resolve(nodeAt(root, word.path));
    return node?.kind === 'scalar' && node.text === word.label ? undefined : `not the value after taking it\n${text}`;
  }
  const holder = resolve(nodeAt(root, word.path.slice(0, -1)));
  const pair = holder?.kind === 'map' ? holder.pairs.find(({ key }) => key.text === word.label) : undefined;
  if (!pair) return `not the key after taking it\n${text}`;
  const column = (doc: Doc, offset: number): number => doc.positionAt(offset).character;
  const isMoved = column(after, textRange(after.tree, pair.key).start) !== column(original, word.start);
  return isMoved && !word.flow && languageId === 'workflow-yaml' ? `in another column\n${text}` : undefined;
}

/** Files that are right, and each workflow in YAML once more as JSON. */
const files = ['test/corpus/valid', 'examples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(ya?ml|json)$/.test(name) && !/broken|returned/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n')] as const),
);
const languageOf = (name: string): Language =>
  name.includes('.cloudevent') ? 'cloudevent' : name.endsWith('json') ? 'workflow-json' : 'workflow-yaml';
const texts = [
  ...files.map(([name, text]) => [name, text, languageOf(name)] as const),
  ...files
    .filter(([name]) => languageOf(name) === 'workflow-yaml')
    .map(([name, text]) => [`${name} as JSON`, JSON.stringify(parse(text, { merge: true }), null, 2), 'workflow-json'] as const),
];

/** Of the words of a file every so many is asked, not the same ones in each file. */
const step = Math.ceil(9 / Math.sqrt(runs(1)));

test.each(texts)('%s', (name, text, languageId) => {
  const doc = open(text, languageId);
  const words = knownWords(doc).filter((_, index) => (index + name.length) % step === 0);
  const bad = words.flatMap((word) =>
    cutsOf(text, doc.tree.format, word).flatMap((cut) => {
      const what = wrong(doc, languageId, word, cut);
      return what === undefined ? [] : `${word.on} "${word.label}" in ${word.path.join('/')}, ${cut.how}: ${what}`;
    }),
  );
  expect(bad).toEqual([]);
});
