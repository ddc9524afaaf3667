/** What may be written at the cursor. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { isConfigFile } from '../../config/config-file.ts';
import type { Doc, Part } from '../../doc.ts';
import { knows, releaseOf } from '../../formats/release.ts';
import { isExpressionLanguage, languageById } from '../../languages.ts';
import type { WorkflowModel } from '../../workflow/model.ts';
import { dialectOf, modelOf } from '../../workflow/read.ts';
import type { Schema } from '../../schema/schema.ts';
import { stringOf, valueOf } from '../../syntax/node.ts';
import { styleOf } from '../../syntax/style.ts';
import { completeExpression } from '../cesql/complete.ts';
import { CompletionItemKind } from '../kinds.ts';
import { configSchema } from '../config-schema.ts';
import { schemaIn, schemaOf } from '../knowledge.ts';
import { partAt, type PartAtOffset } from '../part.ts';
import { takenElsewhere } from '../../workspace/schemas.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { aliasSuggestions } from './aliases.ts';
import { apiArgumentsAt } from './apis.ts';
import { argumentsAt } from './arguments.ts';
import { targetsAt } from './context.ts';
import { itemOf } from './item.ts';
import { keySuggestions } from './keys.ts';
import { namesAt } from './names.ts';
import { schemaAt } from './schema-at.ts';
import { completeHeaders } from './headers.ts';
import { secretSuggestions } from './names.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionTarget } from './target.ts';
import { variableSuggestions } from './variables.ts';
import { memberSuggestions } from './templates.ts';
import { valueSuggestions } from './values.ts';

/** What may be written at an absolute offset, in the order to offer it; empty where nothing of ours is. */
export function complete(workspace: Workspace, doc: Doc, offset: number): CompletionItem[] {
  if (isExpressionLanguage(doc.languageId)) return completeExpression(workspace, doc, offset);
  const headers = completeHeaders(workspace, doc, offset);
  if (headers) return headers;
  const isConfig = isConfigFile(doc.uri);
  const part: PartAtOffset | undefined = isConfig ? { kind: 'workflow', from: 0 } : partAt(doc, offset);
  const shape = isConfig ? configSchema() : part && (part.part ? schemaIn(workspace, doc.uri, part.part) : schemaOf(part.kind, undefined));
  const schema = shape ?? (part?.part && dialectOf(part.part.root).schema);
  if (!part || !schema) return [];
  const items = new Map<string, CompletionItem>();
  for (const target of targetsAt(doc.tree, offset, { split: languageById(doc.languageId)?.split })) {
    const goesOn = goesOnFrom(doc.text.slice(target.replace.start, offset));
    const all = suggestionsFor(workspace, doc, part, schema, offset, target);
    for (const suggestion of shape ? all : all.filter(isKnownAnyway))
      if (goesOn(suggestion.label) && !items.has(suggestion.label))
        items.set(suggestion.label, itemOf(doc, offset, target, suggestion, items.size));
  }
  return [...items.values()];
}

/** Of a language whose shapes are not known: names of what is there, and values of a form that is known. */
const isKnownAnyway = ({ kind }: Suggestion): boolean => kind === CompletionItemKind.Reference || kind === CompletionItemKind.Value;

/** Behind a blank only labels are offered that have it, too; which letters fit is for the editor to say. */
function goesOnFrom(typed: string): (label: string) => boolean {
  const words = typed.replace(/^["']/, '').toLowerCase();
  return /\S $/.test(words) ? (label) => label.toLowerCase().startsWith(words) : () => true;
}

function suggestionsFor(
  workspace: Workspace,
  doc: Doc,
  { kind, part }: PartAtOffset,
  schema: Schema,
  offset: number,
  target: CompletionTarget,
): Suggestion[] {
  const model = (): WorkflowModel | undefined => (part?.kind === 'workflow' ? modelOf(part) : undefined);
  const known = schemaAt(schema, kind === 'event' ? insideBatch(target) : target);
  const given =
    argumentsAt(schema, model, target, takenElsewhere(workspace, doc.uri)) ??
    (kind === 'workflow' ? apiArgumentsAt(workspace, doc, schema, target) : undefined);
  const here = given ? { ...schemaAt(given.schema, given.place), anyExpression: known.anyExpression } : known;
  if (target.expected === 'variable' || target.expected === 'bare variable') return variableSuggestions(known, target);
  if (target.expected === 'alias') return aliasSuggestions(doc, target, here.schemas);
  const document = styleOf(doc.tree);
  const names = namesAt(workspace, doc, schema, model, offset, target);
  if (target.expected === 'secret' || target.expected === 'quoted secret') return secretSuggestions(target.expected, names);
  const site = { ...here, target, document, names, release: releaseAt(part, here.since) };
  if (target.expected === 'key') return [...memberSuggestions(site, here.map), ...keySuggestions({ ...target, ...site })];
  return valueSuggestions(site);
}

/** What may be used: what the document declares, or what is used around already. */
function releaseAt(part: Part | undefined, around: string | undefined): string {
  const declared = stringOf(valueOf(valueOf(part?.root, 'document'), 'dsl')) ?? '';
  return around === undefined || knows(declared, around) ? declared : releaseOf(around);
}

/** An event of a batch is a root of its own. */
const insideBatch = ({ nodes, path }: CompletionTarget): Pick<CompletionTarget, 'nodes' | 'path'> =>
  nodes[0]?.kind === 'seq' ? { nodes: nodes.slice(1), path: path.slice(1) } : { nodes, path };
