/** How large an event is on the wire (core: Size Limits): in bytes of JSON without white space, or of headers and body. */
import type { Node } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import type { CloudEvent } from './model.ts';

/** Every intermediary forwards events of so many bytes. */
export const mostBytes = 64 * 1024;

/** Is it larger? Reads no further than it has to. */
export function isTooLarge({ members, pairOf, format }: CloudEvent): boolean {
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last) return false;
  if (format === 'http') return members.reduce((sum, { name, text }) => sum + bytesOf(name) + bytesOf(text), 0) > mostBytes;
  const [from, to] = [pairOf(first), pairOf(last)];
  // A character of JSON has three bytes at most.
  if (!from || !to || (to.end - from.start) * 3 < mostBytes) return false;
  let room = mostBytes - 1;
  for (const member of members) {
    room -= bytesOf(JSON.stringify(member.name)) + 2;
    room = roomAfter(pairOf(member)?.value, room);
    if (room < 0) return true;
  }
  return false;
}

/** What is left of so many bytes; less than nothing where they are too few. */
function roomAfter(written: Node | undefined, room: number): number {
  const node = resolve(written);
  if (!node || room < 0) return room;
  if (node.kind === 'scalar') return room - bytesOf(typeof node.value === 'string' ? JSON.stringify(node.text) : node.text);
  let left = room - 2;
  if (node.kind === 'map')
    for (const { key, value } of node.pairs) left = left < 0 ? left : roomAfter(value, left - bytesOf(JSON.stringify(key.text)) - 2);
  else if (node.kind === 'seq') for (const element of node.elements) left = left < 0 ? left : roomAfter(element, left) - 1;
  return left;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
