/** One mistake, one diagnostic: planted in many workflows, each class in twenty places. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDoc } from '../../server/src/doc.ts';
import { findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { random } from '../corpus/mutate.ts';
import { classes } from './planted.ts';
import { placesIn } from './spots.ts';
import { runs } from '../support/runs.ts';

const yamlIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => readFileSync(join(folder, name), 'utf8'))
    : [];

const workspace = createWorkspace();

const check = (text: string): { readonly tree: Tree; readonly found: readonly Finding[] } => {
  const doc = createDoc({ uri: 'file:///w.sw.yaml', languageId: 'workflow-yaml', version: 1, text });
  return { tree: doc.tree, found: findings(workspace, doc) };
};

const texts = [
  ...yamlIn(join(import.meta.dirname, '../corpus/valid')),
  ...yamlIn(join(import.meta.dirname, '../../../shared/spec/examples/1.0')),
];
const isRemark = ({ severity }: Finding): boolean => severity === 'hint' || severity === 'information';
const wordsOf = ({ code, message }: Finding): string => `${code} ${message}`;
/** Nothing is wrong with them; what is remarked all the same is no consequence of what is planted. */
const clean = texts
  .map((text) => ({ text, remarks: check(text).found }))
  .filter(({ remarks }) => remarks.every(isRemark))
  .map(({ text, remarks }) => ({ places: placesIn(text), remarks: new Set(remarks.map(wordsOf)) }));

/** Each class of mistake is planted at least so often. */
const wanted = Math.max(20, runs(2));

describe.each(Object.entries(classes))('%s', (name, plant) => {
  const next = random(name.length * 7919);
  const choose = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
  const instances: { readonly remarks: ReadonlySet<string>; readonly planted: NonNullable<ReturnType<typeof plant>> }[] = [];
  for (let tries = 0; tries < 2000 && instances.length < wanted; tries++) {
    const { places, remarks } = choose(clean)!;
    const planted = plant(places, choose);
    if (planted && planted.text !== places.text && !instances.some((each) => each.planted.text === planted.text))
      instances.push({ remarks, planted });
  }

  test('is said once, in its place', () => {
    const wrong: string[] = [];
    for (const { planted, remarks } of instances) {
      const { tree, found: all } = check(planted.text);
      const found = all.filter((each) => !remarks.has(wordsOf(each)));
      const [only] = found;
      const at = only && textRange(tree, only.at);
      const right =
        found.length === 1 &&
        (typeof planted.code === 'string' ? only!.code === planted.code : planted.code.test(only!.code)) &&
        at!.start >= planted.at.start &&
        at!.end <= planted.at.end;
      if (right) continue;
      const said = found.map(
        (each) => `${each.code} «${planted.text.slice(textRange(tree, each.at).start, textRange(tree, each.at).end)}» ${each.message}`,
      );
      const around =
        planted.text.slice(Math.max(0, planted.at.start - 200), planted.at.start) +
        '⟦' +
        planted.text.slice(planted.at.start, planted.at.end).slice(0, 200) +
        '⟧' +
        planted.text.slice(planted.at.end, planted.at.end + 60);
      wrong.push(`${said.join('\n') || 'nothing'}\n---\n${around}\n`);
    }
    expect(wrong).toEqual([]);
    expect(instances.length).toBeGreaterThanOrEqual(20);
  });
});
