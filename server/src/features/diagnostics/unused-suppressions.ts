/** Suppressions that suppress nothing: what they were for is mended, or stands elsewhere. */
import { settingCodes } from '../../config/codes.ts';
import type { Finding } from '../../rules/finding.ts';
import { groupOf } from '../../rules/group.ts';
import { askedLevel, type Levels } from '../../rules/run.ts';
import { type AskedCode, askedCodes, suppressions } from '../../rules/suppress.ts';
import type { Tree } from '../../syntax/node.ts';
import { codes } from '../../workspace/codes.ts';
import { takeOut } from '../fixes/take-out.ts';

const code = 'settings/unused-suppression';

/**
 * What nobody needs to ask for any more, as findings. `all` is everything that was found, consequences included; of codes that `isAsked`
 * does not look for here, nothing is said.
 */
export function unusedSuppressions(tree: Tree, all: readonly Finding[], levels: Levels, isAsked: (code: string) => boolean): Finding[] {
  const silencing = suppressions(tree);
  if (!silencing) return [];
  // What stands behind an alias is asked in several places, and taken out of one.
  const used = new Set(all.flatMap(silencing).map(({ at }) => at));
  const isSought = (each: string): boolean => (askedLevel(levels, each) ?? codes.get(each)) !== 'off' && isAsked(each);
  return [...new Map(askedCodes(tree).map((asked) => [asked.at, asked])).values()]
    .filter((asked) => !used.has(asked.at) && meant(asked).every(isSought) && meant(asked).length > 0)
    .map((asked) => ({
      code,
      severity: settingCodes[code],
      at: asked.at,
      message: `"${asked.code}" finds nothing here. Take it out.`,
      tags: ['unnecessary'],
      fixes: () => takeOut(tree, asked),
    }));
}

/** The codes that an asked one stands for: itself, or those of its group; none where nobody has it. */
const meant = ({ code: asked }: AskedCode): readonly string[] =>
  codes.has(asked) ? [asked] : [...codes.keys()].filter((each) => groupOf(each) === asked);
