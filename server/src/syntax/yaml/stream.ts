/** A YAML text: its documents, split at `---` and `...`, each read on its own. */
import type { DocumentPart, Fragment, Node, Tree } from '../node.ts';
import { createReuse, previousDocument, type Change } from '../reuse.ts';
import { finish, parseBlock, parseMap } from './block.ts';
import { keyColonAt } from './key.ts';
import { lineEnd, overBreak } from '../text.ts';
import { report } from '../builders.ts';
import { atEnd, column, contentEnd, createParser, flush, overSpaces, skip, type Parser } from './parser.ts';
import { BYTE_ORDER_MARK, DASH, DOT, HASH, PERCENT, isBlank, isBreak } from '../characters.ts';

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
      const starts = pos === 0 || isBreak(text.charCodeAt(pos - 1)) || (pos === 1 && text.charCodeAt(0) === BYTE_ORDER_MARK);
      if (starts && isBlank(text.charCodeAt(pos + 3))) return pos;
    }
    return text.length;
  };
  return Math.min(find('---'), find('...'));
}

/** Only blank lines, comments and directives. */
function isPrelude(text: string, from: number, to: number): boolean {
  for (let pos = from; pos < to;) {
    if (text.charCodeAt(pos) === BYTE_ORDER_MARK) pos++;
    const first = overSpaces(text, pos);
    const c = text.charCodeAt(first);
    if (first < to && !isBreak(c) && c !== HASH && !(c === PERCENT && first === pos)) return false;
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
    if (text.charCodeAt(next) === DASH && isPrelude(text, start, next)) {
      marker = next;
      next = nextMarker(text, marker + 3);
    }
    let end = next;
    if (text.charCodeAt(next) === DOT) {
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
export function parseYaml(text: string, previous?: Tree, change?: Change): DocumentPart[] {
  return (sameBounds(text, previous, change) ?? split(text)).map((bounds) => {
    const was = previousDocument(previous, change, bounds.start, bounds.end - bounds.start);
    if (was?.same) return { fragment: was.old.fragment, offset: bounds.start };
    return { fragment: parseDocument(text, bounds, was?.old.fragment, was?.change), offset: bounds.start };
  });
}

function parseDocument(text: string, bounds: Bounds, old?: Fragment, change?: Change): Fragment {
  const whole = bounds.start === 0 && bounds.contentEnd === text.length;
  const p = createParser(whole ? text : text.slice(bounds.start, bounds.contentEnd), change && createReuse(change));
  p.old = old;
  if (p.text.charCodeAt(0) === BYTE_ORDER_MARK) p.pos = p.lineStart = 1;
  const marker = bounds.marker < 0 ? -1 : bounds.marker - bounds.start;
  parseDirectives(p, marker);
  if (marker >= 0) {
    p.lineStart = marker;
    p.pos = p.lineStart + 3;
    p.atLineStart = false;
  }
  parseRoot(p, marker < 0 ? -1 : lineEnd(p.text, marker));
  flush(p);
  p.fragment.length = bounds.end - bounds.start;
  const alone = bounds.start === 0 && bounds.contentEnd === text.length;
  if (alone) p.fragment.context = { list: -1, column: 0, depth: 0, reuse: 'never', offset: 0, marker: bounds.marker };
  if (bounds.contentEnd < bounds.end) parseTail(p.fragment, text.slice(bounds.contentEnd, bounds.end), bounds.contentEnd - bounds.start);
  return p.fragment;
}

const directives = {
  YAML: { form: /^%YAML[ \t]+\d+\.\d+$/, example: '%YAML 1.2' },
  TAG: { form: /^%TAG[ \t]+!(?:[\w-]*!)?[ \t]+\S+$/, example: '%TAG !e! tag:example.com,2026:' },
} as const;

/** Lines that start with `%` before the `---`, which stands at `marker` (-1 without one). */
function parseDirectives(p: Parser, marker: number): void {
  const end = marker < 0 ? p.text.length : marker;
  let versions = 0;
  for (;;) {
    skip(p);
    if (atEnd(p) || p.pos >= end || p.text.charCodeAt(p.pos) !== PERCENT || p.pos !== p.lineStart) return;
    const stop = contentEnd(p.text, p.pos);
    const line = p.text.slice(p.pos, stop);
    const name = /^%(YAML|TAG)\b/.exec(line)?.[1] as keyof typeof directives | undefined;
    if (!name) report(p, 'directive', p.pos, stop, line);
    else if (marker < 0 || !directives[name].form.test(line) || (name === 'YAML' && versions++ > 0))
      report(p, 'directive-form', p.pos, stop, directives[name].example);
    p.pos = stop;
  }
}

/** The document's value. Lists and mappings in block style start below the line of `---`, which ends at `markerEnd`. */
function parseRoot(p: Parser, markerEnd: number): void {
  let root: Node | undefined;
  for (;;) {
    skip(p);
    if (atEnd(p)) break;
    flush(p);
    const start = p.pos;
    if (root && !p.fragment.errors.length) report(p, 'text-after-end', start, contentEnd(p.text, start));
    const besideMarker = start < markerEnd;
    const node = besideMarker && keyColonAt(p, start) >= 0 ? parseMap(p, -1, column(p), false, false) : parseBlock(p, -1, false);
    finish(p, node);
    if (besideMarker && (node.kind === 'map' || node.kind === 'seq') && !node.flow && node.start < markerEnd) {
      const end = contentEnd(p.text, node.start);
      report(p, 'block-after-marker', node.start, end, p.text.slice(node.start, end));
    }
    if (!root || (root.kind !== 'map' && node.kind === 'map')) root = node;
    if (p.pos === start) p.pos++;
  }
  p.fragment.root = root;
}

/** What stands on and behind the line of `...`. */
function parseTail(fragment: ReturnType<typeof createParser>['fragment'], text: string, offset: number): void {
  const p = createParser(text);
  for (p.pos = 3, skip(p); !atEnd(p); skip(p)) {
    if (!p.atLineStart) report(p, 'text-after-end', p.pos, contentEnd(text, p.pos));
    p.pos = lineEnd(text, p.pos);
  }
  flush(p);
  for (const known of p.fragment.errors) fragment.errors.push({ ...known, start: known.start + offset, end: known.end + offset });
  for (const { start, end, text: words } of p.fragment.comments)
    fragment.comments.push({ start: start + offset, end: end + offset, text: words });
}
