/**
 * The drawing's data: plain, keyed, serialisable. graph/build makes it from the model, graph/draw lays it out, and the
 * preview page receives it over the wire. No imports.
 */

/** What a task does, in the words of its dialect; `unknown` while nothing is written. */
export type NodeKind = string;

/** Which icon of the look is drawn; see graph/draw/icons.ts. */
export type Icon =
  | 'call'
  | 'workflow'
  | 'shell'
  | 'switch'
  | 'fork'
  | 'race'
  | 'for'
  | 'do'
  | 'try'
  | 'catch'
  | 'raise'
  | 'listen'
  | 'emit'
  | 'calendar'
  | 'every'
  | 'wait'
  | 'set'
  | 'unknown';

/** Zero-based, UTF-16, as in LSP. */
export interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Whether a task runs, and when it ends: its `if`, `while`, `until` or `timeout`, in words. */
export interface Note {
  readonly kind: 'if' | 'while' | 'until' | 'timeout';
  readonly text: string;
}

export interface Problem {
  readonly severity: 'error' | 'warning' | 'information';
  readonly count: number;
  /** The worst one's words, and where to jump. */
  readonly message: string;
  readonly range: LspRange;
}

/** A list of nodes inside a container: laid out as a column ranked by its edges. */
export interface Block {
  readonly id: string;
  readonly role: 'main' | 'body' | 'branches' | 'try' | 'catch' | 'foreach';
  readonly nodes: readonly GraphNode[];
  /** Edges between `nodes`, and from and to the block's own `entry` and `exit`. */
  readonly edges: readonly GraphEdge[];
  /** Blocks that show a header of their own (catch): words and places, as on a node. */
  readonly header?: Pick<GraphNode, 'icon' | 'name' | 'word' | 'detail' | 'at' | 'range' | 'problem'>;
}

export interface GraphNode {
  /** Parent id + '/' + task name + '~' + ordinal among equal names (left out for the first). Inserting a task renames nothing. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly icon: Icon;
  readonly name: string;
  /** The kind in a word: "call", "switch", "fork". */
  readonly word: string;
  /** The one line that tells it apart: "POST api.acme.io", "15 minutes", "3 branches". */
  readonly detail: string;
  readonly notes?: readonly Note[];
  /** Name of the task in the text: where a click selects and Enter goes. */
  readonly at: LspRange;
  /** The whole task in the text: which node the cursor is in. */
  readonly range: LspRange;
  /** Present for containers, empty blocks included. A fork has one block of role `branches` whose nodes stand side by side. */
  readonly blocks?: readonly Block[];
  /** fork with `compete: true`. */
  readonly race?: boolean;
  /** For try: words of the retry policy ("3 ×, from 2 s, doubling"), if any. */
  readonly retry?: string;
  /** Nothing leads here; what stands inside an unreachable container is unreachable too. */
  readonly unreachable?: boolean;
  /** A container's counts what stands inside too, and tells the worst of all. */
  readonly problem?: Problem;
}

export type EdgeKind = 'sequence' | 'case' | 'jump' | 'back' | 'broken' | 'fault';

/**
 * `from`: a node id or 'entry'. `to`: a node id, 'exit' (falls out of this block), or 'end' (ends the workflow). A `fault` goes to
 * 'exit' where a try around it catches the error, else to 'end'. Only a `case` leaves a switch with a pill; `label.name` is also
 * "else" (the way on where the task's `if` is false) or "caught" (`catch.then`). A case that leads backwards is a `back` with a label,
 * one that leads nowhere a `broken`. A block of branches has no edges but broken ones.
 */
export interface GraphEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly from: string;
  /** For a broken edge the missing name stands in `label.target`, and `to` is ''. */
  readonly to: string;
  readonly label?: { readonly name?: string; readonly condition?: string; readonly target?: string; readonly isDefault?: boolean };
  readonly unreachable?: boolean;
  /** Where the edge is written: the `then` value, the case. */
  readonly at?: LspRange;
}

export interface Graph {
  /** Name of the workflow, for the title and for screen readers. */
  readonly name: string;
  readonly title?: string;
  readonly start: {
    readonly icon?: Icon;
    readonly word?: string;
    readonly detail?: string;
    readonly at?: LspRange;
    /** Of what stands in no task: `document`, `schedule`, `use`. */
    readonly problem?: Problem;
  };
  readonly main: Block;
}
