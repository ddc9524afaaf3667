/** What may be written at the cursor in an expression: what an operand begins with, or what may follow one. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { type Definition, functions } from '../../cesql/functions.ts';
import { type Token, tokenise } from '../../cesql/tokens.ts';
import type { Keyword } from '../../cesql/tree.ts';
import type { Doc } from '../../doc.ts';
import { attributeFacts } from '../../event/attributes.ts';
import type { TextRange } from '../../syntax/node.ts';
import { eventTypesIn, type Workspace } from '../../workspace/workspace.ts';
import { attributeWords } from '../attribute-words.ts';
import type { Suggestion } from '../completion/suggestion.ts';
import { CompletionItemKind, InsertTextFormat } from '../kinds.ts';
import { functionWords, keywordWords, signatureOf } from './words.ts';

/** In the order to offer it; empty inside of texts and numbers. */
export function completeExpression(workspace: Workspace, doc: Doc, offset: number): CompletionItem[] {
  const { tokens } = tokenise(doc.text);
  const here = tokens.find(({ kind, start, end }) => kind !== 'end' && start < offset && offset <= end);
  const isWord = here?.kind === 'word' || here?.kind === 'keyword';
  if (here && (here.kind === 'integer' || (here.kind === 'string' && !isBehind(doc, here, offset)))) return [];
  const at: TextRange = isWord ? here : { start: offset, end: offset };
  const before = tokens.filter(({ kind, end }) => kind !== 'end' && end <= at.start);
  return suggestionsBehind(workspace, before).map(({ label, kind, detail, docs, text }, rank) => ({
    label,
    kind,
    ...(detail ? { detail, labelDetails: { description: detail } } : {}),
    ...(docs ? { documentation: { kind: 'markdown', value: docs } } : {}),
    sortText: String(rank).padStart(4, '0'),
    insertTextFormat: text.includes('$') ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: doc.range(at), newText: text },
  }));
}

/** Behind a closed text, as behind a closed parenthesis, something else begins. */
const isBehind = ({ text }: Doc, { start, end }: Token, offset: number): boolean =>
  offset === end && end > start + 1 && text[end - 1] === text[start];

function suggestionsBehind(workspace: Workspace, before: readonly Token[]): readonly Suggestion[] {
  const [last, ...others] = [...before].reverse();
  if (last === undefined) return operands();
  if (isKeyword(last, 'EXISTS')) return attributes();
  const isNegated = isKeyword(last, 'NOT') && endsOperand(others[0]);
  if (isNegated) return lookups;
  const types = others[0]?.text.toLowerCase() === 'type' ? typesIn(workspace) : [];
  if (isKeyword(last, 'LIKE')) return [...types, pattern];
  if (isKeyword(last, 'IN')) return [list];
  if (endsOperand(last)) return operators;
  return last.kind === 'sign' && /^(?:=|!=|<>)$/.test(last.text) ? [...types, ...operands()] : operands();
}

const isKeyword = (token: Token, keyword: Keyword): boolean => token.kind === 'keyword' && token.text === keyword;

const endsOperand = (token: Token | undefined): boolean => {
  if (!token) return false;
  if (token.kind === 'sign') return token.text === ')';
  return token.kind !== 'keyword' || isKeyword(token, 'TRUE') || isKeyword(token, 'FALSE');
};

const typesIn = (workspace: Workspace): Suggestion[] =>
  eventTypesIn(workspace)
    .filter((type) => !/['\\$]/.test(type))
    .map((type) => ({ label: `'${type}'`, kind: CompletionItemKind.Value, detail: 'type of events', text: `'${type}'` }));

const keyword = (word: Keyword, text: string = word): Suggestion => ({
  label: word,
  kind: CompletionItemKind.Keyword,
  docs: keywordWords(word),
  text,
});

const pattern: Suggestion = { label: "'…%'", kind: CompletionItemKind.Snippet, detail: 'pattern', text: "'${1:text}%'" };
const list: Suggestion = { label: '(…)', kind: CompletionItemKind.Snippet, detail: 'list', text: '($1)' };

const attributes = (): Suggestion[] =>
  Object.keys(attributeFacts).map((name) => ({
    label: name,
    kind: CompletionItemKind.Property,
    detail: 'attribute',
    docs: attributeWords(name),
    text: name,
  }));

/** A call with a stop for each argument that must be written. */
function snippetOf(name: string, { parameters, least = parameters.length, rest }: Definition): string {
  const stops = [...parameters.slice(0, least), ...(rest ? [rest] : [])].map((parameter, index) => `\${${index + 1}:${parameter.name}}`);
  return `${name}(${stops.join(', ')})`;
}

const calls = (): Suggestion[] =>
  Object.entries(functions)
    .filter(([, { isDraft }]) => !isDraft)
    .map(([name, definition]) => ({
      label: name,
      kind: CompletionItemKind.Reference,
      detail: signatureOf(name, definition),
      docs: functionWords(name),
      text: snippetOf(name, definition),
    }));

const operands = (): Suggestion[] => [...attributes(), keyword('EXISTS'), keyword('NOT'), ...calls(), keyword('TRUE'), keyword('FALSE')];

const signs: Readonly<Record<string, string>> = {
  '=': 'is equal to',
  '!=': 'is not equal to',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};

const lookups: readonly Suggestion[] = [keyword('LIKE', "LIKE '${1:text}%'"), keyword('IN', 'IN ($1)')];

const operators: readonly Suggestion[] = [
  ...Object.entries(signs).map(([sign, detail]) => ({ label: sign, kind: CompletionItemKind.Keyword, detail, text: sign })),
  ...lookups,
  keyword('AND'),
  keyword('OR'),
  keyword('NOT'),
  keyword('XOR'),
];
