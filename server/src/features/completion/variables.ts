/** Variables that a runtime expression may use where it stands. */
import { alternatives } from '../../schema/lookup.ts';
import { CompletionItemKind } from '../kinds.ts';
import { providedVariables } from '../names/brought.ts';
import { bindingsAround } from '../names/variables.ts';
import type { SchemaAtTarget } from './schema-at.ts';
import { escape } from './style.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionTarget } from './target.ts';

/** Those that tasks around bring, then what the runtime provides. None in text that is no expression. */
export function variableSuggestions({ schemas, scope }: Pick<SchemaAtTarget, 'schemas' | 'scope'>, target: CompletionTarget): Suggestion[] {
  if (target.expected === 'bare variable' && !schemas.flatMap(alternatives).some(({ expression }) => expression === 'always')) return [];
  const provided = Object.entries(providedVariables()).filter(([, { notIn }]) => !notIn.includes(scope ?? 'task'));
  const all = [
    ...[...bindingsAround(target)].map(({ name, words }) => [name, words] as const),
    ...provided.map(([name, { words }]) => [name, words] as const),
  ];
  return all.map(([name, docs]) => ({ label: `$${name}`, kind: CompletionItemKind.Variable, docs, text: escape(`$${name}`) }));
}
