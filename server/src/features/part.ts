/** Which part of a file an offset is in. */
import type { Doc, Part } from '../doc.ts';

export interface Spot {
  readonly kind: Part['kind'];
  readonly part?: Part;
  /** Absolute start of the document that holds the offset. */
  readonly from: number;
}

/** The part at an offset. In our own languages text that is not recognised yet (an empty file) counts as what the file is for. */
export function spotAt(doc: Doc, offset: number): Spot | undefined {
  const { documents } = doc.tree;
  let index = documents.length - 1;
  while (index > 0 && documents[index]!.offset > offset) index--;
  const document = documents[index];
  const from = document?.offset ?? 0;
  const part = doc.parts.find((each) => each.document === document);
  if (part) return { kind: part.kind, part, from };
  if (!doc.ownsLanguage || isForeign(document?.item.root)) return undefined;
  return { kind: doc.languageId.startsWith('workflow') ? 'workflow' : 'event', from };
}

/** Written in another line of the DSL, which has its own words. */
const isForeign = (
  root: { readonly kind: string; readonly pairs?: readonly { readonly key: { readonly text: string } }[] } | undefined,
): boolean => root?.kind === 'map' && (root.pairs?.some(({ key }) => key.text === 'specVersion' || key.text === 'states') ?? false);
