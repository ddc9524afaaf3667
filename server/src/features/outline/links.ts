/** Addresses in a text that lead somewhere: documents, services, functions, the schemas of events. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { fileNameOf } from '../../config/names.ts';
import type { Doc, Part } from '../../doc.ts';
import { eventOf } from '../../event/document.ts';
import { textOf } from '../../event/model.ts';
import type { NodeRange, ScalarNode } from '../../syntax/node.ts';
import { wordsRange } from '../../syntax/range.ts';
import { gatherer } from '../../workflow/gather.ts';
import { modelOf } from '../../workflow/read.ts';
import { targetOf } from '../../workspace/address.ts';

interface Address {
  readonly text: string;
  readonly at: NodeRange;
}

const inTasks = gatherer<ScalarNode>(({ facts }) => facts.addresses);

function addressesIn(part: Part): readonly Address[] {
  const model = part.kind === 'workflow' ? modelOf(part) : undefined;
  if (model) return [...model.facts.addresses, ...inTasks(model)].map((at) => ({ text: at.text, at }));
  const schema = eventOf(part.document, part.root)?.attributes.get('dataschema');
  const text = textOf(schema);
  return schema && text !== undefined ? [{ text, at: schema.valueAt }] : [];
}

/** Where the texts of a document lead, without words: `resolveLink` adds them. What is computed, or a template, leads nowhere yet. */
export const documentLinks = (doc: Doc): DocumentLink[] =>
  doc.parts.flatMap(addressesIn).flatMap(({ text, at }) => {
    const target = targetOf(text, doc.uri);
    return target === undefined ? [] : [{ range: doc.range(wordsRange(doc.tree, at)), target, data: { uri: doc.uri } }];
  });

/** A link with the words that editors show beside it. */
export function resolveLink(link: DocumentLink): DocumentLink {
  const target = link.target ?? '';
  const isAddress = /^https?:/.test(target);
  return { ...link, tooltip: `Open ${isAddress ? new URL(target).host : `"${fileNameOf(target)}"`}` };
}
