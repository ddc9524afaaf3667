/** What a function takes, while the arguments of a call to it are written. */
import type { ParameterInformation, SignatureHelp } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { languageById } from '../../languages.ts';
import type { Schema } from '../../schema/schema.ts';
import { pathAt } from '../../syntax/locate.ts';
import type { MapNode, Node, SeqNode } from '../../syntax/node.ts';
import { modelOf } from '../../workflow/read.ts';
import { schemaOf } from '../knowledge.ts';
import { partAt } from '../part.ts';
import { takenElsewhere } from '../../workspace/schemas.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { apiArgumentsAt } from './apis.ts';
import { type Arguments, argumentsAt } from './arguments.ts';
import { targetsAt } from './context.ts';

/**
 * The function whose arguments are written at an absolute offset, its parameters in the order of its schema (labels are offsets into that
 * of the signature), and which of them stands there, or is the next to come. Undefined elsewhere, and for functions that say nothing of what
 * they take.
 */
export function signatureHelp(workspace: Workspace, doc: Doc, offset: number): SignatureHelp | undefined {
  const part = partAt(doc, offset)?.part;
  const root = part?.kind === 'workflow' ? schemaOf('workflow', part.root) : undefined;
  if (!part || !root) return undefined;
  const found = pathAt(doc.tree, offset, part.root);
  const isHalf = found?.on === 'key' && !found.pairs.at(-1)!.value;
  const written = found && found.on !== 'gap' ? [{ nodes: found.nodes.filter(isHolder), path: found.path }] : [];
  // Of two places that a line may go on with, only one can be inside of arguments.
  const places = written.length > 0 ? written : targetsAt(doc.tree, offset, { split: languageById(doc.languageId)?.split });
  for (const place of places) {
    const given =
      argumentsAt(root, () => modelOf(part), place, takenElsewhere(workspace, doc.uri)) ?? apiArgumentsAt(workspace, doc, root, place);
    if (given?.schema.properties) return helpFor(given, given.schema.properties, isHalf);
  }
  return undefined;
}

const isHolder = (node: Node): node is MapNode | SeqNode => node.kind === 'map' || node.kind === 'seq';

function helpFor({ called, schema, place }: Arguments, properties: NonNullable<Schema['properties']>, isHalf: boolean): SignatureHelp {
  const names = Object.keys(properties);
  const parameters: ParameterInformation[] = [];
  let label = `${called}(`;
  for (const name of names) {
    if (parameters.length > 0) label += ', ';
    const text = parameterWords(name, properties[name]!, schema.required?.includes(name) === true);
    parameters.push({ label: [label.length, label.length + text.length], documentation: properties[name]!.own || undefined });
    label += text;
  }
  const active = names.indexOf(activeOf(names, place, isHalf) ?? '');
  return {
    signatures: [{ label: `${label})`, documentation: schema.own || undefined, parameters }],
    activeSignature: 0,
    // Behind the last of them none is marked: an argument that the function does not know, or one too many.
    activeParameter: active < 0 ? names.length : active,
  };
}

/** "name: string", or "name?: string" for what may be left out. */
function parameterWords(name: string, { type, enum: values }: Schema, isRequired: boolean): string {
  const named = values && values.length <= 5 ? values.map((value) => JSON.stringify(value)) : [type ?? []].flat();
  return `${name}${isRequired ? '' : '?'}${named.length > 0 ? `: ${named.join(' | ')}` : ''}`;
}

/** The parameter that is given where the cursor stands: of a key that is half written, one that begins like it, else the next to come. */
function activeOf(names: readonly string[], { nodes, path }: Arguments['place'], isHalf: boolean): string | undefined {
  const next = nextOf(nodes[0], names);
  if (path.length === 0) return next;
  const key = String(path[0]);
  return isHalf && !names.includes(key) ? (names.find((name) => name.startsWith(key)) ?? next) : key;
}

/** The first parameter that no key gives yet. */
function nextOf(given: Node | undefined, names: readonly string[]): string | undefined {
  const written = new Set(given?.kind === 'map' ? given.pairs.map(({ key }) => key.text) : []);
  return names.find((name) => !written.has(name));
}
