/**
 * The one tree for YAML and JSON.
 *
 * A text is a sequence of documents; a document is a `Fragment`; a list element that is a mapping is a `Fragment` of its own.
 * Nodes hold UTF-16 offsets relative to the `Fragment` they stand in, so that an unedited fragment, its nodes and whatever was
 * computed from them are kept however far it moved. Only a `Tree` knows where its fragments stand (`tree.base(fragment)`).
 * Once parsed, everything is immutable but two notes of the parser, `FragmentContext.parent` and `.offset`. A `Fragment` object occurs
 * at most once in a tree.
 */

/** A stretch of a fragment: offsets are UTF-16, relative to the start of `fragment`, `end` is exclusive. */
export interface NodeRange {
  readonly fragment: Fragment;
  readonly start: number;
  readonly end: number;
}

/**
 * A part of a scalar's decoded text: `from` (inclusive) to `to` (exclusive) are UTF-16 indices into `scalar.text`. As a `NodeRange` it is
 * the whole scalar; `textRange` finds exactly where the slice is written, in every style of scalar.
 */
export interface TextSlice extends NodeRange {
  readonly scalar: ScalarNode;
  readonly from: number;
  readonly to: number;
}

interface NodeBase extends NodeRange {
  /** Name of the anchor (`&name`) defined on this node. */
  readonly anchor?: string;
  /** Explicit tag as written, such as `!!str`. */
  readonly tag?: string;
}

export interface Pair extends NodeRange {
  readonly key: ScalarNode;
  /** Absent when nothing is written after the colon (or when there is no colon yet). */
  readonly value?: Node;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly pairs: readonly Pair[];
  /** Written with braces. Always true in JSON. */
  readonly flow: boolean;
}

export interface SeqNode extends NodeBase {
  readonly kind: 'seq';
  /** All elements, in text order. */
  readonly elements: readonly Node[];
  /** The same, in stretches: what is asked of many elements is remembered for each of them. */
  readonly runs: readonly Run[];
  readonly flow: boolean;
}

/**
 * Neighbouring elements of a list. In a long one, elements that are fragments and have nothing but blank space (and commas) between them
 * share a fragment without a root, so that a run in which nothing changed is the *same object* in the next tree: what an edit costs
 * depends on the run it is made in, not on the length of the list. So is a run without a fragment whose elements are all those of before.
 */
export interface Run {
  readonly elements: readonly Node[];
  /** The one they share; absent for elements that stand in the fragment of the list itself. */
  readonly fragment?: Fragment;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** By the YAML 1.2 core schema (`on` is a string), or JSON's value. */
  readonly value: string | number | boolean | null;
  /** The decoded text; for a plain scalar the text as written (`1.0`, `true`, `~`). */
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** Absent when no such anchor stands before it. */
  readonly target?: Node;
}

export type Node = MapNode | SeqNode | ScalarNode | AliasNode;

export interface Comment {
  readonly start: number;
  readonly end: number;
  /** Without the `#` (or `//`) and surrounding white space. */
  readonly text: string;
}

/** What the parser stumbled over. Codes are listed in syntax/problems.ts; messages follow the project's voice. */
export interface ParseError {
  readonly code: `syntax/${string}`;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The keys and words that stand where they do not belong. */
  readonly names?: readonly string[];
  /** What is meant is plain: all else was read as if it were written so. */
  readonly isPlain?: boolean;
}

export interface Fragment {
  /** Absent when the fragment has no content: an empty document, a run. */
  readonly root?: Node;
  /** Of the fragment that the elements of a long list share: those elements. */
  readonly run?: Run;
  /** Length in UTF-16 units of the text the fragment owns. */
  readonly length: number;
  /** Fragments directly inside this one, in text order, each with its offset from this fragment's start. */
  readonly children: readonly { readonly fragment: Fragment; readonly offset: number }[];
  /** Own problems and comments only, not those of `children`. */
  readonly errors: readonly ParseError[];
  readonly comments: readonly Comment[];
  /** For the parser of the next version of the text only: what else the fragment was read from. */
  readonly context?: FragmentContext;
}

/** Where these agree with the place at hand, and the text is the same, reading it again would give the same fragment. */
export interface FragmentContext {
  /** Column of the list and of the fragment's first character; both 0 in JSON. */
  readonly list: number;
  readonly column: number;
  readonly depth: number;
  /** It names or uses an anchor, or what stands after it could change it. */
  readonly reuse: 'always' | 'ifTailSame' | 'never';
  /**
   * The fragment around it in the newest tree that holds it, and where it starts there: how `tree.base` finds its way. Reassigned whenever
   * a newer tree takes the fragment over, and by nobody but the parsers and tree.ts; an older tree then finds its places by a search.
   */
  parent?: Fragment;
  offset: number;
  /** Of a document that is alone in its text and ends with it: where its `---` stands, -1 without one. */
  readonly marker?: number;
}

export type Format = 'yaml' | 'json';

/** Texts of which each piece is a document: every line, every HTTP message, every message in a Markdown file. `none` has nothing to make a tree of. */
export type Split = 'lines' | 'messages' | 'markdown' | 'none';

/**
 * One document of a YAML stream; JSON has one; JSONL one a line; of HTTP messages, the body of each where it is JSON (the fragment is the
 * whole message). `offset` is absolute.
 */
export interface DocumentPart {
  readonly fragment: Fragment;
  readonly offset: number;
  readonly message?: HttpMessage;
}

/** An HTTP message as somebody wrote it down: as it goes over the wire, or as a command of `curl`. */
export interface HttpMessage {
  readonly style: 'http' | 'curl';
  /** The first line: where to point for what the message lacks. */
  readonly head: NodeRange;
  readonly headers: readonly Header[];
  /** Absent where nothing is written. */
  readonly body?: HttpBody;
  /** What is sent stands in another file. */
  readonly isElsewhere: boolean;
  /** Where another header is added: in front of the first one, or of the end of the head. */
  readonly addAt: NodeRange;
}

export interface Header {
  /** As written. */
  readonly name: string;
  readonly nameAt: NodeRange;
  /** As it goes over the wire: without quotes of a shell. */
  readonly value: string;
  readonly valueAt: NodeRange;
  /** All that is taken away with it: the line with its break, or the option of a command. */
  readonly whole: NodeRange;
  /** Somebody else fills something in: a template (`{{id}}`), a variable of a shell. */
  readonly isTemplate: boolean;
}

export interface HttpBody extends NodeRange {
  /** As it goes over the wire; of bytes that are no text, their base64. */
  readonly text: string;
  readonly isBase64: boolean;
  /** Somebody else fills something in, as in a header. */
  readonly isTemplate: boolean;
  /** The text in the file is the text of the body: places in one are places in the other. */
  readonly isVerbatim: boolean;
}

export interface Tree {
  readonly text: string;
  readonly format: Format;
  readonly documents: readonly DocumentPart[];
  /** Absolute offset of a fragment of this tree. Linear in the number of fragments on first use, then constant. */
  base(fragment: Fragment): number;
  /** The list that holds this fragment, or undefined for a document. */
  owner(fragment: Fragment): SeqNode | undefined;
}

/** Absolute offsets into the whole text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replace `start…end` of the text by `newText`. */
export interface Edit extends TextRange {
  readonly newText: string;
}

/** The node an alias stands for, any other node itself; undefined for an alias without anchor. */
export const resolve = (node: Node | undefined): Node | undefined => (node?.kind === 'alias' ? node.target : node);

/** The pair of a mapping with this key (the first, where it is written twice). Sees through aliases. */
export const pairOf = (node: Node | undefined, key: string): Pair | undefined => {
  const map = resolve(node);
  return map?.kind === 'map' ? map.pairs.find((pair) => pair.key.text === key) : undefined;
};

/** YAML's `<<: *base`: the pairs of another mapping hold here too. In quotes it is a key like any other. */
export const isMerge = ({ key }: Pair): boolean => key.text === '<<' && key.style === 'plain';

/** Do pairs of another mapping hold in this one, too? Sees through aliases. */
export const hasMerge = (node: Node | undefined): boolean => {
  const map = resolve(node);
  return map?.kind === 'map' && map.pairs.some(isMerge);
};

/** The value under this key, aliases resolved. */
export const valueOf = (node: Node | undefined, key: string): Node | undefined => resolve(pairOf(node, key)?.value);

/** The text of a string scalar, else undefined. */
export const stringOf = (node: Node | undefined): string | undefined => {
  const scalar = resolve(node);
  return scalar?.kind === 'scalar' && typeof scalar.value === 'string' ? scalar.value : undefined;
};

/** The elements of a list, aliases resolved where they can be. Empty for anything else. */
export const elementsOf = (node: Node | undefined): readonly Node[] => {
  const list = resolve(node);
  return list?.kind === 'seq' ? list.elements.map((element) => resolve(element) ?? element) : [];
};
