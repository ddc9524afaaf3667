/** Words of a text by what they mean: names, keys that decide, variables and braces of expressions, types of events. */
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { beginsExpression } from '../../formats/expression.ts';
import { jqCode } from '../../formats/jq.ts';
import { type NodeRange, pairOf, stringOf, type TextRange } from '../../syntax/node.ts';
import { sliceOf, textRange } from '../../syntax/range.ts';
import type { ExpressionSite, Facts, FlowTarget, SymbolKind, Task, UnresolvedReference, WorkflowModel } from '../../workflow/model.ts';
import { tasksWithin } from '../../workflow/query.ts';
import { modelOf } from '../../workflow/read.ts';
import { stretchOf, touches } from '../stretch.ts';
import { type TokenModifier, tokenModifiers, type TokenType, tokenTypes } from './token-legend.ts';

interface Token {
  readonly at: NodeRange;
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

/** What has a name, as themes colour such names. */
const typeOfName: Readonly<Record<SymbolKind, TokenType>> = {
  task: 'method',
  function: 'function',
  error: 'type',
  retry: 'struct',
  timeout: 'struct',
  authentication: 'struct',
  secret: 'variable',
  catalog: 'namespace',
  extension: 'class',
  event: 'event',
};

/**
 * The tokens of a document, or of what a range touches, in the protocol's five numbers each (lines and UTF-16 characters, relative to the
 * token before); types and modifiers are places in the lists of token-legend.ts. None crosses a line or overlaps another.
 */
export function semanticTokens(doc: Doc, range?: Range): SemanticTokens {
  const stretch = range ? stretchOf(doc, range) : { start: 0, end: doc.text.length };
  const placed = doc.parts.flatMap((part) => {
    const model = part.kind === 'workflow' && touches(doc.tree, part.root, stretch) ? modelOf(part) : undefined;
    return model ? tokensOf(doc, model, stretch).flatMap((token) => place(doc, token, stretch)) : [];
  });
  return { data: encode(doc, placed) };
}

interface PlacedToken extends TextRange {
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

/** A token as absolute offsets, without its quotes; nothing for one that is out of sight or on several lines. */
function place(doc: Doc, { at, type, modifier }: Token, stretch: TextRange): PlacedToken[] {
  const { start, end } = textRange(doc.tree, at);
  if (start >= end || start > stretch.end || end < stretch.start) return [];
  const text = doc.text.slice(start, end);
  if (/[\r\n]/.test(text)) return [];
  const quote = /^(["']).*\1$/.test(text) ? 1 : 0;
  return end - start > 2 * quote ? [{ start: start + quote, end: end - quote, type, modifier }] : [];
}

function encode(doc: Doc, tokens: PlacedToken[]): number[] {
  const data: number[] = [];
  let behind = 0;
  let last = { line: 0, character: 0 };
  for (const { start, end, type, modifier } of tokens.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < behind) continue;
    behind = end;
    const { line, character } = doc.positionAt(start);
    data.push(line - last.line, line === last.line ? character - last.character : character, end - start);
    data.push(tokenTypes.indexOf(type), modifier ? 1 << tokenModifiers.indexOf(modifier) : 0);
    last = { line, character };
  }
  return data;
}

function tokensOf(doc: Doc, model: WorkflowModel, stretch: TextRange): Token[] {
  const { main, identityAt, facts } = model;
  const beginnings = main ? [...(main.start ? [main.start] : []), ...main.entries] : [];
  return [
    ...(identityAt.name ? [{ at: identityAt.name, type: 'class', modifier: 'definition' } as const] : []),
    ...beginnings.map(flowToken),
    ...facts.components.map(({ kind, at }): Token => ({ at, type: typeOfName[kind], modifier: 'definition' })),
    ...factTokens(model, facts),
    ...tasksWithin(model, doc.tree, stretch).flatMap((task) => [...taskTokens(task), ...factTokens(model, task.facts)]),
  ];
}

const flowToken = ({ at, directive }: FlowTarget): Token => ({ at, type: directive ? 'keyword' : 'method' });

function taskTokens({ nameAt, list, kind, body, flows }: Task): Token[] {
  const decides =
    kind === undefined ? undefined : (pairOf(body, kind)?.key ?? body?.pairs.find(({ value }) => stringOf(value) === kind)?.value);
  return [
    ...(list.role === 'function' ? [] : [{ at: nameAt, type: 'method', modifier: 'definition' } as const]),
    ...(decides ? [{ at: decides, type: 'keyword' } as const] : []),
    ...flows.flatMap(({ target }) => (target ? [flowToken(target)] : [])),
  ];
}

function factTokens({ dialect }: WorkflowModel, { references, expressions, eventTypes, subWorkflows }: Facts): Token[] {
  const nameToken = ({ kind, name, at }: UnresolvedReference): Token => {
    const isKnown = kind !== 'task' && dialect.components[kind]?.known?.includes(name);
    return { at, type: typeOfName[kind], modifier: isKnown ? 'defaultLibrary' : undefined };
  };
  return [
    ...references.map(nameToken),
    ...expressions.flatMap(expressionTokens),
    ...eventTypes.map(({ at }): Token => ({ at, type: 'event' })),
    ...subWorkflows.flatMap(({ places }): Token[] => [
      ...(places.namespace ? [{ at: places.namespace, type: 'namespace' } as const] : []),
      ...(places.name ? [{ at: places.name, type: 'class' } as const] : []),
    ]),
  ];
}

/** The braces of an expression and its variables; what stands in strings and comments of jq is none. */
function expressionTokens({ at }: ExpressionSite): Token[] {
  const { text } = at;
  const braces = beginsExpression(text) ? [text.indexOf('${'), text.endsWith('}') ? text.length - 1 : -1] : [];
  return [
    ...braces.flatMap((from): Token[] =>
      from < 0 ? [] : [{ at: sliceOf(at, from, from + (text[from] === '$' ? 2 : 1)), type: 'operator' }],
    ),
    ...[...jqCode(text).matchAll(/\$[A-Za-z_]\w*/g)].map(({ 0: { length }, index }): Token => ({
      at: sliceOf(at, index, index + length),
      type: 'variable',
    })),
  ];
}
