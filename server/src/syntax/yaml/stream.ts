/** A YAML text: its documents, split at `---` and `...`, each read on its own. */
import type { DocumentPart, Fragment, Node, Tree } from '../node.ts';
import { createReuse, previousDocument, type Change } from '../reuse.ts';
import { finish, readBlock } from './block.ts';
import {
  atEnd,
  contentEnd,
  createReader,
  flush,
  isBlank,
  isBreak,
  lineEnd,
  overBreak,
  overSpaces,
  report,
  skip,
  type Reader,
} from './reader.ts';

interface Bounds {
  readonly start: number;
  /** The `---` of the document, or -1. */
  readonly marker: number;
  /** Where its content ends, and where it itself ends: behind the line of its `...`. */
  readonly contentEnd: number;
  readonly end: number;
}

/** The next line that is a document marker. */
function nextMarker(text: string, from: number): number {
  const find = (marker: string): number => {
    for (let pos = text.indexOf(marker, from); pos >= 0; pos = text.indexOf(marker, pos + 1)) {
      const starts = pos === 0 || isBreak(text.charCodeAt(pos - 1)) || (pos === 1 && text.charCodeAt(0) === 0xfeff);
      if (starts && isBlank(text.charCodeAt(pos + 3))) return pos;
    }
    return text.length;
  };
  return Math.min(find('---'), find('...'));
}

/** Only blank lines, comments and directives. */
function isPrelude(text: string, from: number, to: number): boolean {
  for (let pos = from; pos < to;) {
    if (text.charCodeAt(pos) === 0xfeff) pos++;
    const first = overSpaces(text, pos);
    const c = text.charCodeAt(first);
    if (first < to && !isBreak(c) && c !== 35 && !(c === 37 && first === pos)) return false;
    pos = lineEnd(text, first);
    if (pos < text.length) pos = overBreak(text, pos);
  }
  return true;
}

function split(text: string): Bounds[] {
  const bounds: Bounds[] = [];
  let start = 0;
  do {
    let next = nextMarker(text, start);
    let marker = -1;
    if (text.charCodeAt(next) === 45 && isPrelude(text, start, next)) {
      marker = next;
      next = nextMarker(text, marker + 3);
    }
    let end = next;
    if (text.charCodeAt(next) === 46) {
      end = lineEnd(text, next);
      if (end < text.length) end = overBreak(text, end);
      // Nothing but comments behind "...": no further document.
      if (isPrelude(text, end, text.length)) end = text.length;
    }
    const before = bounds.at(-1);
    if (before && marker < 0 && end > next && isPrelude(text, start, next)) bounds[bounds.length - 1] = { ...before, end };
    else bounds.push({ start, marker, contentEnd: next, end });
    start = end;
  } while (start < text.length);
  return bounds;
}

/** The bounds of a text that was one document and still is: the change holds nothing that could be a marker. */
function sameBounds(text: string, previous?: Tree, change?: Change): Bounds[] | undefined {
  const marker = previous?.documents.length === 1 ? previous.documents[0]!.fragment.context?.marker : undefined;
  if (!change || marker === undefined || change.start <= marker + 3) return undefined;
  const around = text.slice(Math.max(change.start - 4, 0), change.newEnd + 4);
  return around.includes('---') || around.includes('...') ? undefined : [{ start: 0, marker, contentEnd: text.length, end: text.length }];
}

/** All documents of a text; at least one, be it empty. */
export function readYaml(text: string, previous?: Tree, change?: Change): DocumentPart[] {
  return (sameBounds(text, previous, change) ?? split(text)).map((bounds) => {
    const was = previousDocument(previous, change, bounds.start, bounds.end - bounds.start);
    if (was?.same) return { fragment: was.old.fragment, offset: bounds.start };
    return { fragment: readDocument(text, bounds, was?.old.fragment, was?.change), offset: bounds.start };
  });
}

function readDocument(text: string, bounds: Bounds, old?: Fragment, change?: Change): Fragment {
  const whole = bounds.start === 0 && bounds.contentEnd === text.length;
  const r = createReader(whole ? text : text.slice(bounds.start, bounds.contentEnd), change && createReuse(change));
  r.old = old;
  if (r.text.charCodeAt(0) === 0xfeff) r.pos = r.lineStart = 1;
  readDirectives(r, bounds.marker < 0 ? r.text.length : bounds.marker - bounds.start);
  if (bounds.marker >= 0) {
    r.lineStart = bounds.marker - bounds.start;
    r.pos = r.lineStart + 3;
    r.fresh = false;
  }
  readRoot(r);
  flush(r);
  r.fragment.length = bounds.end - bounds.start;
  const alone = bounds.start === 0 && bounds.contentEnd === text.length;
  if (alone) r.fragment.context = { list: -1, column: 0, depth: 0, reuse: 'never', offset: 0, marker: bounds.marker };
  if (bounds.contentEnd < bounds.end) readTail(r.fragment, text.slice(bounds.contentEnd, bounds.end), bounds.contentEnd - bounds.start);
  return r.fragment;
}

/** Lines that start with `%` before the `---`. */
function readDirectives(r: Reader, end: number): void {
  for (;;) {
    skip(r);
    if (atEnd(r) || r.pos >= end || r.text.charCodeAt(r.pos) !== 37 || r.pos !== r.lineStart) return;
    const stop = contentEnd(r.text, r.pos);
    const line = r.text.slice(r.pos, stop);
    if (!/^%(YAML|TAG)\s/.test(line)) report(r, 'directive', r.pos, stop, line);
    r.pos = stop;
  }
}

function readRoot(r: Reader): void {
  let root: Node | undefined;
  for (;;) {
    skip(r);
    if (atEnd(r)) break;
    flush(r);
    const start = r.pos;
    if (root && !r.fragment.errors.length) report(r, 'text-after-end', start, contentEnd(r.text, start));
    const node = readBlock(r, -1, false);
    finish(r, node);
    if (!root || (root.kind !== 'map' && node.kind === 'map')) root = node;
    if (r.pos === start) r.pos++;
  }
  r.fragment.root = root;
}

/** What stands on and behind the line of `...`. */
function readTail(fragment: ReturnType<typeof createReader>['fragment'], text: string, offset: number): void {
  const r = createReader(text);
  for (r.pos = 3, skip(r); !atEnd(r); skip(r)) {
    if (!r.fresh) report(r, 'text-after-end', r.pos, contentEnd(text, r.pos));
    r.pos = lineEnd(text, r.pos);
  }
  flush(r);
  for (const known of r.fragment.errors) fragment.errors.push({ ...known, start: known.start + offset, end: known.end + offset });
  for (const { start, end, text: words } of r.fragment.comments)
    fragment.comments.push({ start: start + offset, end: end + offset, text: words });
}
