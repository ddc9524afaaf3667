import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { jsonLines, jsonTexts, yamlTexts } from './support/edits.ts';
import { oddText, randomFrom, soak } from './support/soak.ts';

const seed = Number(process.env['HEDDLE_SEED'] ?? 20261126);

/** Each text is taken a few edits far, then the next: a text that was edited a hundred times is no text any more. */
const stretch = 12;

describe.each([
  ['yaml', yamlTexts, undefined],
  ['json', jsonTexts, undefined],
  ['json', jsonLines, 'lines'],
] as const)('a day of typing, %s', (format, texts, split) => {
  it('answers as a fresh look at the text would, after every edit', { timeout: 3_600_000 }, () => {
    const rounds = runs(split ? 20 : 200);
    let compared = 0;
    for (let round = 0; round < rounds; round++) {
      const random = randomFrom(seed + round);
      const result = soak(round % 8 === 0 ? texts[(round / 8) % texts.length]! : oddText(random, format), format, split, random, stretch);
      compared += result.compared;
      expect(result.difference, `seed ${seed + round}`).toBeUndefined();
    }
    if (process.env['HEDDLE_RUNS']) console.log(`${compared} edits compared`);
  });
});
