/**
 * What is wrong with a document by its schema. Linear in size and depth; a fragment that did not change since it was last checked under the
 * same schema costs nothing, and neither does anything inside it.
 */
import type { Finding, Related } from '../rules/finding.ts';
import type { AliasNode, Format, Node, NodeRange, Run } from '../syntax/node.ts';
import { valueOf } from '../syntax/node.ts';
import { codes } from './codes.ts';
import { declare } from './fixes.ts';
import { start } from './mapping.ts';
import type { AnchoredValue, DeferredAlias, Instead, VersionUse, ValueContext, Result, ValidationContext } from './context.ts';
import type { Schema } from './schema.ts';
import { checkValue } from './value.ts';
import { knows, releaseOf } from '../formats/release.ts';
import { quote } from '../formats/quote.ts';
import { notes } from '../syntax/notes.ts';

const nothing: Result = { findings: [], versionUses: [], deferred: [], anchored: [] };

/** Deeper than any text a person writes; guards the stack. */
const deepest = 400;

/** A result and the schema it holds for. Nearly every fragment stands under one schema only, so a chain is the cheapest table. */
interface Entry {
  readonly schema: Schema;
  result: Result;
  readonly next: Entry | undefined;
}

/** Runs in which nothing was found, with the schema of their elements. */
const quiet = notes<Run, Schema>();

/** By the root of a fragment, or a value behind an alias. */
const results = notes<Node, Entry>();

/**
 * Every finding in a document (or in any node) under a linked schema; one place may be spoken of twice (the cascade "said twice"). `version` is where the document declares the release it is
 * written for; what came later is a warning.
 */
export function validate(root: Node, schema: Schema, format: Format, version: readonly string[] = []): readonly Finding[] {
  const whole = resultOf(root, schema, format, 0);
  const findings = [...whole.findings];
  const versionUses = [...whole.versionUses];
  let deferred = whole.deferred;
  const seen = new Map<Node, Set<Schema>>();
  const contexts = new Map<Node, ValueContext>();
  for (const { node, schema: under, context } of whole.anchored) {
    contexts.set(node, context);
    seen.set(node, (seen.get(node) ?? new Set()).add(under));
  }
  // What stands behind an alias is checked once for each schema it is used under, however often it is used.
  while (deferred.length > 0) {
    const next: DeferredAlias[] = [];
    for (const { node, schema: under } of deferred) {
      const known = seen.get(node) ?? new Set();
      if (known.has(under)) continue;
      seen.set(node, known.add(under));
      const result = resultOf(node, under, format, 0, contexts.get(node));
      findings.push(...result.findings);
      versionUses.push(...result.versionUses);
      next.push(...result.deferred);
    }
    deferred = next;
  }
  if (versionUses.length > 0) findings.push(...reportVersionUses(versionUses, version.reduce<Node | undefined>(valueOf, root)));
  return findings;
}

function resultOf(node: Node, schema: Schema, format: Format, depth: number, context?: ValueContext): Result {
  const known = results.get(node);
  for (let entry = known; entry; entry = entry.next) if (entry.schema === schema) return entry.result;
  // A value that holds itself through an alias finds this instead of going round.
  const entry: Entry = { schema, result: nothing, next: known };
  results.set(node, entry);
  return (entry.result = checkItem(
    node,
    schema,
    format,
    depth,
    context ?? { at: start(node), ...(depth > 0 ? { element: true as const } : {}) },
  ));
}

function checkItem(root: Node, schema: Schema, format: Format, depth: number, context: ValueContext): Result {
  const findings: Finding[] = [];
  const versionUses: VersionUse[] = [];
  const deferred: DeferredAlias[] = [];
  const anchored: AnchoredValue[] = [];
  const size = (): number => findings.length + versionUses.length + deferred.length + anchored.length;
  let level = depth;
  const validation: ValidationContext = {
    format,
    fragment: root.fragment,
    report: (code, at, message, more = {}) => findings.push({ code, severity: codes[code], at, message, ...more }),
    reportVersionUse: (since, at, what, more) => versionUses.push({ since, at, what, ...more }),
    defer: (alias: AliasNode, under) => alias.target && deferred.push({ node: alias.target, schema: under }),
    check(node, under, context) {
      if (level > deepest) return;
      level++;
      if (node?.anchor !== undefined) anchored.push({ node, schema: under, context });
      if (node && node.fragment !== root.fragment && isItemRoot(node)) {
        const inside = resultOf(node, under, format, level);
        if (inside === nothing) return void level--;
        if (inside.findings.length > 0) findings.push(...inside.findings);
        if (inside.versionUses.length > 0) versionUses.push(...inside.versionUses);
        if (inside.deferred.length > 0) deferred.push(...inside.deferred);
        if (inside.anchored.length > 0) anchored.push(...inside.anchored);
      } else checkValue(node, under, context, validation);
      level--;
    },
    checkRun(run, under, check) {
      if (quiet.get(run) === under) return;
      const before = size();
      check();
      if (run.fragment && level < deepest && size() === before) quiet.set(run, under);
    },
  };
  checkValue(root, schema, context, validation);
  return size() === 0 ? nothing : { findings, versionUses, deferred, anchored };
}

const isItemRoot = (node: Node): boolean => node.fragment.root === node;

/** More places beside a finding than anybody reads. */
const mostRelated = 50;

function reportVersionUses(versionUses: readonly VersionUse[], version: Node | undefined): Finding[] {
  const declared = version?.kind === 'scalar' && typeof version.value === 'string' ? version.value : undefined;
  if (!declared || version?.kind !== 'scalar') return [];
  const found: Finding[] = [];
  /** Where else the same came too early: one declaration is the mistake, however often it shows. */
  const others = new Map<string, Related[]>();
  for (const { since: brought, at, what, names, instead } of versionUses) {
    const since = releaseOf(brought);
    const isNewer = !knows(declared, since);
    if (instead !== undefined && !isNewer) found.push(outOfUse(at, what, instead));
    if (instead !== undefined || !isNewer) continue;
    const said = others.get(what);
    if (said) {
      if (said.length < mostRelated) said.push({ at, message: 'Here, too.' });
      continue;
    }
    const related: Related[] = [{ at: version, message: 'Declared here.' }];
    others.set(what, related);
    found.push({
      code: 'document/newer-than-declared',
      severity: codes['document/newer-than-declared'],
      at,
      message: `${what} came with DSL ${since}, but this workflow declares ${quote(version.text)}.`,
      related,
      about: names && { names },
      fixes: declare(version, since),
    });
  }
  return found;
}

const outOfUse = (at: NodeRange, what: string, { words, fixes }: Instead): Finding => ({
  code: 'schema/deprecated',
  severity: codes['schema/deprecated'],
  at,
  message: `${what} is out of use. ${words}`,
  tags: ['deprecated'],
  fixes,
});
