/** What a check of one fragment carries along: where it stands, what it found, what is left to others. */
import type { Finding, Fix } from '../rules/finding.ts';
import type { AliasNode, Format, Fragment, MapNode, Node, Pair, NodeRange, Run, Tree } from '../syntax/node.ts';
import type { Code } from './codes.ts';
import type { Schema } from './schema.ts';

/** What holds a value. */
export interface ValueContext {
  /** The pair the value stands under; absent for elements and whole documents. */
  readonly pair?: Pair;
  /** Where to point for what concerns the value as a whole: the key, or the start of an element. */
  readonly at: NodeRange;
  /** It is an element of a list. */
  readonly element?: true;
  /** Part of it stands elsewhere by mistake: of what is missing, these keys (or all) are not mentioned. */
  readonly elsewhere?: true | readonly string[];
  /** The mapping around, within the same fragment. */
  readonly enclosing?: EnclosingMapping;
}

/** A mapping around the one that is checked. */
export interface EnclosingMapping {
  readonly map: MapNode;
  /** With all choices made, and before. */
  readonly schema: Schema;
  readonly base: Schema;
  readonly context: ValueContext;
  /** Keys of this mapping that were found inside one of its values. */
  readonly foundInside: Set<string>;
}

/** What a report may say beside its place and message. */
export interface ReportOptions {
  readonly severity?: Finding['severity'];
  readonly related?: Finding['related'];
  readonly tags?: Finding['tags'];
  readonly about?: Finding['about'];
  readonly fixes?: (tree: Tree) => readonly Fix[];
}

/** What to write in the place of something out of use, as a sentence and as a fix. */
export interface Instead {
  readonly words: string;
  readonly fixes?: (tree: Tree) => readonly Fix[];
}

/** Something that a release later than 1.0.0 brought, or put out of use. */
export interface VersionUse {
  readonly since: string;
  readonly at: NodeRange;
  /** The thing, as the start of a sentence. */
  readonly what: string;
  /** The names it speaks of, where one of them may stand there under another. */
  readonly names?: readonly string[];
  /** Out of use since then: what to write instead. */
  readonly instead?: Instead;
}

/** A value with an anchor, where it stands. */
export interface AnchoredValue {
  readonly node: Node;
  readonly schema: Schema;
  readonly context: ValueContext;
}

/** A value that stands elsewhere, behind an alias, and the schema it is used under. */
export interface DeferredAlias {
  readonly node: Node;
  readonly schema: Schema;
}

/** What was found in a fragment and everything inside it. */
export interface Result {
  readonly findings: readonly Finding[];
  readonly versionUses: readonly VersionUse[];
  readonly deferred: readonly DeferredAlias[];
  readonly anchored: readonly AnchoredValue[];
}

export interface ValidationContext {
  readonly format: Format;
  readonly fragment: Fragment;
  report(code: Code, at: NodeRange, message: string, more?: ReportOptions): void;
  reportVersionUse(since: string, at: NodeRange, what: string, more?: Pick<VersionUse, 'names' | 'instead'>): void;
  /** Checks a value; an element that is a fragment of its own is remembered by itself. */
  check(node: Node | undefined, schema: Schema, context: ValueContext): void;
  /** Calls `check` for the elements of a run, unless nothing was found in it under this schema before. */
  checkRun(run: Run, schema: Schema, check: () => void): void;
  defer(alias: AliasNode, schema: Schema): void;
}

/** The name of what holds a value, in quotes, or what the schema calls it. */
export const nameOf = (context: ValueContext, schema: Schema, quote: (text: string) => string): string =>
  context.pair && context.pair.key.text !== '' ? quote(context.pair.key.text) : `This ${schema.title ?? 'value'}`;
