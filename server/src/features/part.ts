/** Which part of a file an offset is in. */
import type { Doc, Part } from '../doc.ts';
import { kindOfLanguage } from '../recognise.ts';
import { documentAt } from '../syntax/locate.ts';
import { holds, textRange } from '../syntax/range.ts';

export interface PartAtOffset {
  readonly kind: Part['kind'];
  readonly part?: Part;
  /** Absolute start of the document that holds the offset. */
  readonly from: number;
}

/**
 * The part at an absolute offset; undefined where nothing is ours. In our own languages text that is not recognised yet (an empty file)
 * counts as what the file is for.
 */
export function partAt(doc: Doc, offset: number): PartAtOffset | undefined {
  const document = documentAt(doc.tree, offset);
  const from = document?.offset ?? 0;
  const parts = doc.parts.filter((each) => each.document === document);
  // The events of a batch are parts of one document.
  // Around what is JSON in an HTTP message, nothing is.
  const holder = document?.message && parts.find(({ root }) => holds(textRange(doc.tree, root), offset) && root.end > root.start);
  if (document?.message) return holder && { kind: holder.kind, part: holder, from };
  const part = parts.length < 2 ? parts[0] : (parts.find(({ root }) => holds(textRange(doc.tree, root), offset)) ?? parts[0]);
  if (part) return { kind: part.kind, part, from };
  const kind = kindOfLanguage(doc.languageId);
  return kind && { kind, from };
}
