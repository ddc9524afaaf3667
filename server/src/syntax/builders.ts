/** What the parsers of YAML and JSON share while a tree is being made. Nothing of it is seen outside of syntax/. */
import { problem, type ProblemName } from './problems.ts';
import type { Comment, Fragment, FragmentContext, MapNode, Node, Pair, Run, SeqNode, ParseError } from './node.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type MapBuilder = Mutable<MapNode> & { pairs: Pair[] };
export type SeqBuilder = Mutable<SeqNode> & { elements: Node[]; runs: Run[] };
export type PairBuilder = Mutable<Pair>;

export interface FragmentBuilder extends Fragment {
  root?: Node;
  run?: Run;
  length: number;
  children: { fragment: Fragment; offset: number }[];
  errors: ParseError[];
  comments: Comment[];
  context?: FragmentContext;
}

/** A fragment with nothing in it yet. */
export const newFragment = (): FragmentBuilder => ({
  root: undefined,
  run: undefined,
  length: 0,
  children: [],
  errors: [],
  comments: [],
  context: undefined,
});

/** Elements, to be filled in, that are one run. */
export function oneRun(): Pick<SeqBuilder, 'elements' | 'runs'> {
  const elements: Node[] = [];
  return { elements, runs: [{ elements }] };
}

/** What both parsers know of where they are: `base` is where the fragment being made starts in `text`. */
interface ParserState {
  readonly text: string;
  readonly base: number;
  readonly fragment: FragmentBuilder;
  readonly reuse?: unknown;
}

/** A piece of the text. What outlives this version of the text does not keep the whole of it in memory. */
export function take(p: ParserState, start: number, end: number): string {
  const piece = p.text.slice(start, end);
  return p.reuse && piece.length > 12 ? ` ${piece}`.slice(1) : piece;
}

/** Adds a problem to the fragment being made; the offsets are those of `text`, `a` and `b` what its message names. */
export function report(p: ParserState, name: ProblemName, start: number, end: number, a?: string, b?: string): void {
  const from = Math.max(start - p.base, 0);
  p.fragment.errors.push(problem(name, from, Math.max(end - p.base, from), a, b));
}

/** The same where it is plain what is meant, and all else is read as if that stood there. */
export function reportPlain(p: ParserState, name: ProblemName, start: number, end: number, a?: string, b?: string): void {
  p.fragment.errors.push({ ...problem(name, start - p.base, end - p.base, a, b), isPlain: true });
}

/** Deeper nodes are not read: whoever walks the tree recursively is safe. */
export const maxDepth = 400;
