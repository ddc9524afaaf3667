/** An event of a draft (0.1, 0.2, 0.3) as one of 1.0: names that changed, what is said otherwise now. */
import { pairsOf } from '../schema/shape.ts';
import { type Edit, resolve, type Tree } from '../syntax/node.ts';
import type { Plain } from '../syntax/value.ts';
import { draftAttributes } from './attributes.ts';
import { type CloudEvent, type Member, textOf } from './model.ts';

/** The edits that make it one, in the style of its text. */
export const migration = (event: CloudEvent, tree: Tree): readonly Edit[] =>
  event.members.flatMap((member) => migrated(event, tree, member));

function migrated(event: CloudEvent, tree: Tree, member: Member): readonly Edit[] {
  const { writer, members } = event;
  if (member === event.versionAt)
    return [...(member.name === 'specversion' ? [] : writer.rename(tree, member, 'specversion')), ...writer.setValue(tree, member, '1.0')];
  const lower = member.name.toLowerCase();
  if (lower === 'datacontentencoding' || lower === 'cloudeventsversion') return writer.remove(tree, member);
  if (member === event.data) return isEncoded(event) && textOf(member) !== undefined ? writer.rename(tree, member, 'data_base64') : [];
  const extensions = lower === 'extensions' ? flat(event, member) : undefined;
  if (extensions) return [...writer.remove(tree, member), ...writer.add(tree, extensions)];
  // What nothing took the place of is kept, as an extension.
  const draft = draftAttributes.find(({ name }) => name.toLowerCase() === lower);
  const now = draft && (draft.now ?? lower);
  return now && now !== member.name && !members.some(({ name }) => name === now) ? writer.rename(tree, member, now) : [];
}

/** 0.3: datacontentencoding. */
const isEncoded = ({ members }: CloudEvent): boolean =>
  members.some((member) => member.name.toLowerCase() === 'datacontentencoding' && textOf(member)?.toLowerCase() === 'base64');

/** 0.1: extensions stood in an object. Undefined for what has no place among the attributes. */
function flat({ pairOf, members }: CloudEvent, member: Member): (readonly [name: string, value: Plain])[] | undefined {
  const node = resolve(pairOf(member)?.value);
  if (node?.kind !== 'map') return undefined;
  const found: (readonly [name: string, value: Plain])[] = [];
  for (const { key, value: written } of pairsOf(node).values()) {
    const value = resolve(written);
    const name = key.text.toLowerCase();
    if (value?.kind !== 'scalar' || members.some((each) => each.name === name) || found.some(([other]) => other === name)) return undefined;
    found.push([name, value.value]);
  }
  return found;
}
