/** Which attribute a name stands for that is none: a misspelt one, one of the drafts before 1.0, one with the prefix of a header. */
import { nearest } from '../rules/nearest.ts';
import { coreAttributes, dataMembers, draftAttributes, factOf, attributeFacts } from './attributes.ts';

export interface Meant {
  /** The attribute; null for a name of a draft whose place nothing took. */
  readonly attribute: string | null;
  readonly by: 'spelling' | 'draft' | 'header';
}

/** What an attribute may be called (core: Attribute Naming Convention). */
export const isAttributeName = (name: string): boolean => /^[a-z0-9]+$/.test(name);

/**
 * The names among `written` that stand for another attribute. Extension names are free, so a name is taken for a slip only when the
 * attribute that it is near to is missing.
 */
export function readNames(written: readonly string[], required: readonly string[]): ReadonlyMap<string, Meant> {
  const found = new Map<string, Meant>();
  const taken = new Set(written);
  const unknown = written.filter((name) => !factOf(name) && !dataMembers.includes(name));
  const isMissing = (name: string): boolean => required.includes(name) && !taken.has(name);
  for (const by of ['header', 'draft', 'spelling'] as const)
    for (const name of unknown) {
      const attribute = found.has(name) ? undefined : readers[by](name, taken, isMissing);
      if (attribute === undefined) continue;
      found.set(name, { attribute, by });
      if (attribute !== null) taken.add(attribute);
    }
  return found;
}

type Reader = (name: string, taken: ReadonlySet<string>, isMissing: (name: string) => boolean) => string | null | undefined;

const readers: Readonly<Record<Meant['by'], Reader>> = {
  // `ce-id` (HTTP, NATS), `ce_id` (Kafka), `cloudEvents:id` and `cloudEvents_id` (AMQP).
  header(name, taken) {
    const attribute = /^(?:ce[-_]|cloudevents[:_])(.+)$/i.exec(name)?.[1]?.toLowerCase();
    return attribute && isAttributeName(attribute) && !taken.has(attribute) ? attribute : undefined;
  },

  // Small letters make an extension of `eventID`, which events of today may have, and have.
  draft(name, _taken, isMissing) {
    const lower = name.toLowerCase();
    const draft = draftAttributes.find((each) => each.name.toLowerCase() === lower);
    if (!draft) return undefined;
    const asWritten = name === draft.name || name !== lower;
    return asWritten || (draft.now !== null && isMissing(draft.now)) ? draft.now : undefined;
  },

  spelling(name, taken, isMissing) {
    if (name.length < 2) return undefined;
    const free = (names: readonly string[]): string[] => names.filter((each) => !taken.has(each));
    const meant = nearest(name, free(Object.keys(coreAttributes))) ?? nearest(name, free([...Object.keys(attributeFacts), ...dataMembers]));
    return meant !== undefined && (isMissing(meant) || isPlausible(name, meant)) ? meant : undefined;
  },
};

/** Nearly the same word: the same letters but for case and signs, or one slip in a long word. */
function isPlausible(written: string, meant: string): boolean {
  const plain = written.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain === meant.replace('_', '')) return true;
  return meant.length >= 4 && Math.abs(plain.length - meant.length) <= 1 && plain[0] === meant[0];
}
