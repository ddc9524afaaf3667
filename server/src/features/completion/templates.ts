/** Templates as suggestions: whole values, and the members of a mapping that is still to be written. */
import { knows } from '../../formats/release.ts';
import { bodyOf } from '../../schema/prose.ts';
import { alternatives, freeKey } from '../../schema/lookup.ts';
import type { Schema, Template } from '../../schema/schema.ts';
import { typesOf } from '../../schema/shape.ts';
import { elementsOf, resolve, valueOf, type MapNode } from '../../syntax/node.ts';
import type { DocumentStyle } from '../../syntax/style.ts';
import { CompletionItemKind } from '../kinds.ts';
import { describe } from '../words.ts';
import { fillTemplate } from './fill-template.ts';
import type { Names, Suggestion } from './suggestion.ts';
import type { CompletionTarget } from './target.ts';
import { blockTemplate, memberTemplate, withoutStops } from './template.ts';

/** Where a template is to stand. */
export interface TemplateSite {
  readonly schemas: readonly Schema[];
  readonly target: CompletionTarget;
  readonly document: DocumentStyle;
  readonly names: Names;
  /** The release that the workflow declares, or uses around. */
  readonly release: string;
}

/** May a value of this schema be of this type, and is it told apart by it? */
export const isOf = (schema: Schema, type: 'object' | 'array'): boolean => {
  const types = typesOf(schema);
  return types !== 'any' && types.includes(type);
};

export const isListBody = (body: string): boolean => /^- /.test(body);
export const isMappingBody = (body: string): boolean => /^[^\n]*?:(\s|$)/.test(body) && !isListBody(body);

/** The templates of these schemas; `set` writes a body at its place. */
export function templateSuggestions({ schemas, target, names, release }: TemplateSite, set: (body: string) => string): Suggestion[] {
  const found = new Set<Template>(
    schemas.flatMap((schema) => [...(schema.templates ?? []), ...alternatives(schema).flatMap((each) => each.templates ?? [])]),
  );
  return [...found]
    .filter((template) => knows(release, template.since) && hasRoom(template, target))
    .map((template) => {
      const body = fillTemplate(template, target, names);
      return {
        label: template.label,
        kind: CompletionItemKind.Snippet,
        detail: template.detail,
        docs: `\`\`\`yaml\n${withoutStops(body.trimEnd())}\n\`\`\``,
        text: set(body),
      };
    });
}

/** Of templates that only one element of a list can be, false where one is. */
function hasRoom({ lacks }: Template, { nodes }: CompletionTarget): boolean {
  if (lacks === undefined) return true;
  const values = elementsOf(nodes.findLast(({ kind }) => kind === 'seq')).flatMap((element) => {
    const value = element.kind === 'map' ? resolve(element.pairs[0]?.value) : undefined;
    return value?.kind === 'map' && value.pairs.length > 0 ? value : [];
  });
  return values.every((value) => valueOf(value, lacks) !== undefined);
}

/** A pair whose key is a name of the user's, with nothing below it yet; `set` writes a body at its place. */
export function bareNames({ schemas, target, names }: TemplateSite, set: (body: string) => string): Suggestion[] {
  return schemas.flatMap((schema) => {
    const free = freeKey(schema);
    if (!free?.single || !free.title) return [];
    const template = { label: free.title, body: '${1:name}:\n  $0' };
    const text = set(fillTemplate(template, target, names));
    return {
      label: free.title,
      kind: CompletionItemKind.Snippet,
      detail: `empty ${free.title}`,
      docs: describe(free.value),
      text,
      retrigger: true,
    };
  });
}

/** A pair under a name of the user's: it has room beside any others, where there may be several. */
const isNamedBody = (body: string): boolean => body.startsWith('${1:');

/**
 * Templates for a mapping whose first key is being written, or one more of many under names of the user's. Their pairs contradict nothing
 * that is written.
 */
export function memberSuggestions(site: TemplateSite, map: MapNode | undefined): Suggestion[] {
  const { target, document } = site;
  const { style, column, comma } = target;
  if (target.hasColon || target.hasBlockBelow) return [];
  const isEmpty = !map?.pairs.length;
  const schemas = site.schemas.flatMap(alternatives).filter((schema) => isOf(schema, 'object'));
  const end = style !== 'block' && comma.after ? ',' : '';
  const set = (body: string): string =>
    style === 'block' ? blockTemplate(body, column, document) : memberTemplate(body, { style, column, document }) + end;
  const fitting = schemas.map((schema) => ({
    ...schema,
    templates: schema.templates?.filter((template) =>
      isEmpty ? isMappingBody(bodyOf(template)) : isNamedBody(bodyOf(template)) && freeKey(schema)?.single === false,
    ),
  }));
  const here = { ...site, schemas: fitting };
  return [...templateSuggestions(here, set), ...(isEmpty ? bareNames(here, set) : [])];
}
