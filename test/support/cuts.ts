/** The words of a text that help should know, and the text as it stood while somebody wrote each. */
import { casesOf } from '../../server/src/features/cases.ts';
import { below } from '../../server/src/features/below.ts';
import { schemaOf } from '../../server/src/features/knowledge.ts';
import { alternatives, narrow, propertyOf, valuesOf } from '../../server/src/schema/lookup.ts';
import type { Schema } from '../../server/src/schema/schema.ts';
import type { Node, Pair, ScalarNode, TextRange, Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { lineEnd } from '../../server/src/syntax/text.ts';
import type { Doc, Part } from '../../server/src/doc.ts';
import { componentsOf } from '../../server/src/workflow/query.ts';
import { dialectOf, modelOf } from '../../server/src/workflow/read.ts';
import type { Path } from './schema-at.ts';

export interface Known {
  readonly on: 'key' | 'value';
  /** What the list should offer for it. */
  readonly label: string;
  /** Which part of the document it stands in, and where there. */
  readonly part: number;
  readonly path: Path;
  /** Its text with its quotes, and the pair or element that it stands in. */
  readonly start: number;
  readonly end: number;
  readonly around: TextRange;
  readonly flow: boolean;
  /** It is the name of something that is defined elsewhere. */
  readonly isName: boolean;
  /** The pair's value is a text over several lines. */
  readonly holdsLines: boolean;
}

/** Keys that the schema names, values that it names or that are names of what the document defines. */
export const knownWords = (doc: Doc): Known[] => doc.parts.flatMap((part, index) => [...wordsOf(doc, part, index)]);

function* wordsOf(doc: Doc, part: Part, index: number): Generator<Known> {
  const own = schemaOf(part.kind, part.root);
  const model = part.kind === 'workflow' ? modelOf(part) : undefined;
  const dialect = dialectOf(part.root);

  function* inside(node: Node, schemas: readonly Schema[], path: Path): Generator<Known> {
    if (node.kind === 'seq')
      for (const [at, element] of node.elements.entries())
        yield* ofValue(element, element, below(schemas, node, at), [...path, at], node.flow);
    if (node.kind !== 'map') return;
    const fitting = narrow(schemas, node);
    for (const pair of node.pairs) {
      const { text } = pair.key;
      if (text === '<<') continue;
      const here = [...path, text];
      // Of a language whose shapes are not known only names are.
      if (own && propertyOf(fitting, node, text)) yield word('key', pair.key, pair, here, node.flow);
      const cases = fitting.flatMap((schema) => casesOf(schema, node, text)).map(([value]) => value);
      if (pair.value) yield* ofValue(pair.value, pair, below(schemas, node, text), here, node.flow, cases);
    }
  }

  function* ofValue(
    value: Node,
    around: Pair | Node,
    schemas: readonly Schema[],
    path: Path,
    flow: boolean,
    cases: readonly string[] = [],
  ): Generator<Known> {
    if (value.kind !== 'scalar') return yield* inside(value, schemas, path);
    if (isOverLines(value) || value.start === value.end) return;
    const all = narrow(schemas, value).flatMap(alternatives);
    const values = [
      ...cases,
      ...valuesOf(all).map((each) => String(each.value)),
      ...all.flatMap(({ suggest = [] }) => suggest.map(String)),
    ];
    const names = all.flatMap(({ references }) =>
      references === 'task'
        ? value.text in dialect.directives
          ? []
          : value.text
        : references && model
          ? componentsOf(model, references).map(({ name }) => name)
          : [],
    );
    const directives = all.some(({ references }) => references === 'task') ? Object.keys(dialect.directives) : [];
    if ((own && values.includes(value.text)) || directives.includes(value.text)) yield word('value', value, around, path, flow);
    else if (names.includes(value.text)) yield word('value', value, around, path, flow, true);
  }

  function word(on: Known['on'], node: ScalarNode, around: Pair | Node, path: Path, flow: boolean, isName = false): Known {
    const value = 'value' in around && typeof around.value === 'object' ? around.value : undefined;
    const holdsLines = value?.kind === 'scalar' && isOverLines(value);
    return {
      ...{ on, label: node.text, part: index, path, flow, isName, holdsLines },
      ...textRange(doc.tree, node),
      around: textRange(doc.tree, around),
    };
  }

  yield* inside(part.root, [own ?? dialect.schema], []);
}

const isOverLines = ({ style }: ScalarNode): boolean => style === 'literal' || style === 'folded';

export interface Cut {
  /** How the text was cut. */
  readonly how: string;
  readonly text: string;
  readonly offset: number;
  readonly typed: string;
  /** Brackets are left open. */
  readonly isOpen: boolean;
}

/** The text as it stood when the first letters of a word were written, in the ways it may come to that. */
export function cutsOf(text: string, format: Tree['format'], word: Known): Cut[] {
  const { start, end, around, on, flow, label, isName, holdsLines } = word;
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? '';
  const bare = text.slice(start + quote.length, end - quote.length);
  const json = format === 'json';
  const cuts: Cut[] = [];
  for (const length of new Set([0, 1, Math.ceil(bare.length / 2)])) {
    const typed = bare.slice(0, length);
    // In JSON the first letter stands in quotes, of which the editor closes the second.
    const [open, close] = json && (length > 0 || on === 'value') ? ['"', '"'] : ['', ''];
    const before = text.slice(0, start) + open + typed;
    const cut = (how: string, rest: string, isOpen = false): void => {
      const much = length === 0 ? 'nothing' : length === 1 ? 'a letter' : 'half';
      cuts.push({ how: `${how}, ${much} typed`, text: before + close + rest, offset: before.length, typed, isOpen });
    };
    if (!isName || isNamedIn(text.slice(0, start), label)) cut('nothing below', '\n', json || flow);
    if (json || flow) {
      cut('rest kept', json ? text.slice(around.end).replace(/^\s*,/, '') : text.slice(around.end));
      if (on === 'key' && length > 0) cut('value kept', text.slice(end));
    } else {
      cut('rest kept', text.slice(lineEnd(text, around.end)));
      if (on === 'key' && length > 0 && lineEnd(text, start) < around.end && !holdsLines)
        cut('lines of the value kept', text.slice(lineEnd(text, start)));
    }
  }
  return cuts;
}

/** A line begins with this name, as a key or alone: something is given it. */
const isNamedIn = (text: string, name: string): boolean =>
  text.split('\n').some((line) => /^\s*(?:- )?["']?(.*?)["']?(?::.*|,)?$/.exec(line)?.[1] === name);

/** Labels in the order in which VS Code shows them: whose beginning was typed, where a word in it begins so, the rest. */
export function inShownOrder<Item extends { readonly label: string }>(items: readonly Item[], typed: string): Item[] {
  const letters = typed.toLowerCase();
  const rank = ({ label }: Item): number => {
    const at = label.toLowerCase().indexOf(letters);
    return at === 0 ? 0 : at > 0 && /[\W_]/.test(label[at - 1]!) ? 1 : 2;
  };
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => rank(a.item) - rank(b.item) || a.index - b.index)
    .map(({ item }) => item);
}
