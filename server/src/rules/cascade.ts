/** One mistake, one finding: leaves out what is a mere consequence of other findings, row by row of `cascades.ts`. */
import type { Tree } from '../syntax/node.ts';
import { textRange } from '../syntax/range.ts';
import { type Cascade, cascades } from './cascades.ts';
import type { Finding } from './finding.ts';
import { groupOf } from './group.ts';
import type { Placed } from './placed.ts';
import { reaches } from './reach.ts';

/**
 * The findings that are no consequences of others, in text order. A finding silences others also when it is silenced by a later row, or
 * turned off by a setting: what follows from it stays a consequence.
 */
export function resolveCascades(findings: readonly Finding[], tree: Tree, rows: readonly Cascade[] = cascades): readonly Finding[] {
  if (findings.length < 2) return findings;
  let left = findings.map((finding): Placed => ({ finding, ...textRange(tree, finding.at) }));
  left.sort((a, b) => a.start - b.start);
  const codes = [...new Set(findings.map(({ code }) => code))]; // rows are asked about these few, not about each of many findings
  for (const { when, silences, except, errors, where, ...distinctions } of rows) {
    if (left.length < 2) break;
    const speaking = new Set(codes.filter(matcher(when)));
    if (speaking.size === 0) continue;
    const spared = except ? matcher(except) : () => false;
    const concerns = matcher(silences);
    const concerned = new Set(codes.filter((code) => concerns(code) && !spared(code)));
    if (concerned.size === 0) continue;
    const causes = left.filter(({ finding }) => speaking.has(finding.code) && (!errors || finding.severity === 'error'));
    if (causes.length === 0) continue;
    const candidates = left.filter(({ finding }) => concerned.has(finding.code));
    if (candidates.length === 0) continue;
    const isReached = reaches[where](causes, tree, distinctions);
    const silent = new Set(candidates.filter(isReached));
    if (silent.size > 0) left = left.filter((one) => !silent.has(one));
  }
  return left.map(({ finding }) => finding);
}

/** Is a code one of these? A group stands for all its codes (`schema/*`), `*` for all there are. */
function matcher(patterns: readonly string[]): (code: string) => boolean {
  const all = new Set(patterns);
  if (all.has('*')) return () => true;
  return (code) => all.has(code) || all.has(groupOf(code));
}
