/** What stands under the mouse, in words. */
import type { Hover } from 'vscode-languageserver-types';
import { isConfigFile } from '../../config/config-file.ts';
import type { Doc, Part } from '../../doc.ts';
import { attributeOfHeader } from '../../event/http.ts';
import { isExpressionLanguage } from '../../languages.ts';
import { alternatives, freeKey, laterRelease, narrow, propertyOf, sinceOf, valuesOf, type Property } from '../../schema/lookup.ts';
import { textOf } from '../../schema/prose.ts';
import type { Schema, TextName } from '../../schema/schema.ts';
import { documentAt, pathAt, type Located } from '../../syntax/locate.ts';
import type { Header, MapNode, Node, NodeRange, ScalarNode } from '../../syntax/node.ts';
import { resolve } from '../../syntax/node.ts';
import { apiHover } from '../apis/hover.ts';
import { expressionHover } from '../cesql/hover.ts';
import { cronHover, durationHover } from './time.ts';
import { hoverInside, type Inside } from './inside.ts';
import { hoverName } from './name.ts';
import { codeOf } from '../code.ts';
import { below } from '../below.ts';
import { casesOf } from '../cases.ts';
import { configSchema } from '../config-schema.ts';
import { schemaIn } from '../knowledge.ts';
import { partAt } from '../part.ts';
import { subWorkflowHover } from '../names/sub-workflow.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { dialectOf } from '../../workflow/read.ts';
import { targetOf } from '../../workflow/target.ts';
import { readingsAt } from '../../workflow/v1/portability/words.ts';
import { attributeWords } from '../attribute-words.ts';
import { receiversWords } from '../events/receivers.ts';
import { headerAt, headerWords } from '../messages/header.ts';
import { describe, describeValue } from '../words.ts';

/** What a hover needs beside the document. */
export interface HoverOptions {
  readonly now: () => Date;
}

/** What is at an absolute offset; undefined in comments and free data, and where there is nothing to say. */
export function hover(workspace: Workspace, doc: Doc, offset: number, options: HoverOptions): Hover | undefined {
  if (isExpressionLanguage(doc.languageId)) return expressionHover(doc, offset);
  const isConfig = isConfigFile(doc.uri);
  const header = headerAt(doc.tree, offset);
  if (header) return headerHover(workspace, doc, offset, header);
  const part = isConfig ? undefined : partAt(doc, offset)?.part;
  const found = part || isConfig ? pathAt(doc.tree, offset, part?.root) : undefined;
  if (!found || found.on === 'gap') return undefined;
  const at = found.on === 'key' ? found.pairs.at(-1)!.key : found.nodes.at(-1)!;
  const isText = part?.kind === 'workflow' && found.on === 'value';
  const elsewhere = isText ? subWorkflowHover(workspace, doc, doc.positionAt(offset)) : undefined;
  const said =
    elsewhere ??
    (part?.kind === 'workflow' ? apiHover(workspace, doc, offset) : undefined) ??
    words(workspace, doc, part, offset, found, options);
  const inside = typeof said === 'object' ? said : inParagraphs(at, [said, received(workspace, part, found)]);
  if (!inside) return undefined;
  return { contents: { kind: 'markdown', value: inside.words }, range: doc.range(inside.at) };
}

/** Who receives the event whose type this is. */
const received = (workspace: Workspace, part: Part | undefined, { path }: Located): string | undefined =>
  part?.kind === 'event' && path.length === 1 && path[0] === 'type' ? receiversWords(workspace, part) : undefined;

function inParagraphs(at: NodeRange, paragraphs: readonly (string | undefined)[]): Inside | undefined {
  const written = paragraphs.filter((each) => each !== undefined);
  return written.length === 0 ? undefined : { at, words: written.join('\n\n') };
}

function headerHover(workspace: Workspace, doc: Doc, offset: number, header: Header): Hover | undefined {
  const message = documentAt(doc.tree, offset);
  const part = attributeOfHeader(header.name) === 'type' ? doc.parts.find(({ document }) => document === message) : undefined;
  const said = inParagraphs(header.whole, [headerWords(header), part && receiversWords(workspace, part)]);
  return said && { contents: { kind: 'markdown', value: said.words }, range: doc.range(said.at) };
}

/** The mapping or list around what is hovered: its schemas, itself, on the way to it the nearest link and the latest release. */
interface Around {
  readonly schemas: readonly Schema[];
  readonly map?: MapNode;
  readonly link: TextName | undefined;
  readonly since: string | undefined;
  /** Something on the way takes expressions for all that is in it. */
  readonly expression: boolean;
  /** What is to be said of the key itself. */
  readonly remarks?: readonly string[];
}

/** Without a part, of a config file. */
function words(
  workspace: Workspace,
  doc: Doc,
  part: Part | undefined,
  offset: number,
  found: Located,
  options: HoverOptions,
): string | Inside | undefined {
  const node = found.nodes.at(-1);
  if (found.on === 'value' && node?.kind === 'alias') {
    return node.target && `\`*${node.name}\` stands for:\n\n${codeOf(doc, node.target)}`;
  }
  const name = part?.kind === 'workflow' ? hoverName(doc, part, offset) : undefined;
  if (name) return name;
  const schema = part ? schemaIn(workspace, doc.uri, part) : configSchema();
  if (!schema) return undefined;
  const around = walk(schema, found);
  const key = found.path.at(-1);
  if (found.on === 'key') {
    const { key: name, value } = found.pairs.at(-1)!;
    return keyWords({ ...around, remarks: remarks(workspace, part, found) }, name.text, value);
  }
  const property = typeof key === 'string' ? propertyOf(around.schemas, around.map, key) : undefined;
  const own = key === undefined ? around.schemas : below(around.schemas, found.nodes.at(-2), key);
  const inside = part?.kind === 'workflow' ? hoverInside(doc.tree, offset, found, own.flatMap(alternatives), around.expression) : undefined;
  if (inside) return inside;
  const said = node?.kind === 'scalar' ? valueWords(own, node, around, key, options) : undefined;
  return said ?? schemaWords(own, node, property, around);
}

/** What is said of a key because of where the workflow runs. */
function remarks({ settings }: Workspace, part: Part | undefined, { path }: Located): readonly string[] {
  const root = part?.kind === 'workflow' && dialectOf(part.root).id === 'v1' ? part.root : undefined;
  const target = root?.kind === 'map' ? targetOf(root, settings.target) : 'spec';
  return target === 'spec' ? [] : readingsAt(target, path);
}

function walk(root: Schema, found: Located): Around {
  let schemas: readonly Schema[] = [root];
  let link = root.link;
  let since: string | undefined;
  let expression = false;
  const steps = found.path.length - 1;
  for (let index = 0; index < steps; index++) {
    expression ||= narrow(schemas, found.nodes[index]).some((schema) => schema.expression !== undefined);
    since = laterRelease(since, sinceOf(schemas, found.nodes[index], found.path[index]!));
    schemas = below(schemas, found.nodes[index], found.path[index]!);
    link = schemas.find((schema) => schema.link)?.link ?? link;
  }
  const holder = resolve(found.nodes[Math.max(0, steps)]);
  expression ||= narrow(schemas, holder).some((schema) => schema.expression !== undefined);
  return { schemas, link, since, expression, ...(holder?.kind === 'map' ? { map: holder } : {}) };
}

function keyWords(around: Around, key: string, value: Node | undefined): string | undefined {
  const property = propertyOf(around.schemas, around.map, key);
  if (property) return schemaWords([property.schema], value, property, around);
  const published = narrow(around.schemas, around.map).find(({ properties }) => properties?.['type']?.eventType);
  if (published) return attributeWords(key, published.eventFilter ? 'filter' : 'event');
  const free = narrow(around.schemas, around.map).flatMap((schema) => freeKey(schema) ?? [])[0];
  return free?.title ? schemaWords([free.value], value, undefined, around) : undefined;
}

/** The first of the schemas that fit the value and have something to say. */
function schemaWords(
  schemas: readonly Schema[],
  value: Node | undefined,
  property: Property | undefined,
  around: Around,
): string | undefined {
  const schema = [...schemas, ...narrow(schemas, value)].find((each) => each.description ?? each.own);
  if (!schema) return undefined;
  const since = laterRelease(around.since, property ? property.since : schema.since);
  return describe(schema, { ...property, since, link: schema.link ?? around.link, remarks: property && around.remarks });
}

function valueWords(
  own: readonly Schema[],
  { value, text }: ScalarNode,
  { schemas, map }: Around,
  key: string | number | undefined,
  { now }: HoverOptions,
): string | undefined {
  const all = own.flatMap(alternatives);
  const timed = all.some((schema) => schema.format === 'duration')
    ? durationHover(text)
    : all.some((schema) => schema.format === 'cron')
      ? cronHover(text, now())
      : undefined;
  if (timed) return timed;
  const cases = map && typeof key === 'string' ? narrow(schemas, map).flatMap((schema) => casesOf(schema, map, key)) : [];
  const meaning = cases.find(([name]) => name === text)?.[1];
  if (meaning?.description) return describeValue(text, meaning);
  const description =
    valuesOf(own).find((each) => each.value === value)?.description ??
    all.map((schema) => schema.enumDescriptions?.[text]).find((line) => line);
  return description && `\`${text}\` — ${textOf(description)}`;
}
