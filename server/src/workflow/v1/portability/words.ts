/** What a target makes of a key, for its hover. */
import type { TargetId } from '../../../targets.ts';
import { type Construct, readingOf, said } from './construct.ts';
import * as everywhere from './everywhere.ts';
import * as readings from './readings.ts';

const constructs: readonly Construct[] = [...Object.values(everywhere), ...Object.values(readings)];

/** The sentences about a key on a target, by the path of keys and indices that leads to it from the root, itself included. */
export function readingsAt(target: TargetId, path: readonly (string | number)[]): readonly string[] {
  const isAt = (key: string): boolean => key === path.slice(-key.split('.').length).join('.');
  const told = constructs.flatMap((construct) => {
    const [whose, reading] = readingOf(construct, target) ?? [];
    return whose && reading && (reading.keys ?? construct.keys)?.some(isAt) ? [said(whose, reading.does)] : [];
  });
  return [...new Set(told)];
}
