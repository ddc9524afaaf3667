import { describe, expect, test } from 'vitest';
import type { Cascade } from '../../server/src/rules/cascades.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { resolveCascades } from '../../server/src/rules/cascade.ts';
import { type Levels, publish, runRules } from '../../server/src/rules/run.ts';
import type { Node, Tree } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { said as saidInFull } from '../support/findings.ts';

/** Reports every value `bad`. */
const noBad: Rule<Tree> = {
  code: 'test/bad',
  level: 'warning',
  *check(tree) {
    const values = function* (node: Node | undefined): Iterable<Node> {
      if (node?.kind === 'map') for (const pair of node.pairs) yield* values(pair.value);
      else if (node?.kind === 'seq') for (const element of node.elements) yield* values(element);
      else if (node?.kind === 'scalar') yield node;
    };
    for (const document of tree.documents)
      for (const node of values(document.fragment.root))
        if (node.kind === 'scalar' && node.text === 'bad') yield { at: node, message: 'Bad.' };
  },
};
const other: Rule<Tree> = { ...noBad, code: 'test/other', level: 'hint' };
const off: Rule<Tree> = { ...noBad, code: 'style/off', level: 'off' };

const rows: readonly Cascade[] = [
  { name: 'other', when: ['test/other'], silences: ['test/bad'], where: 'place' },
  { name: 'twice', when: ['*'], silences: ['*'], where: 'same' },
];

const said = (text: string, rules: readonly Rule<Tree>[] = [noBad], levels: Levels = {}): string[] => {
  const tree = parse(text, 'yaml');
  const found: readonly Finding[] = resolveCascades(runRules(rules, tree, levels), tree, rows);
  return publish(found, tree, levels).map((finding) => {
    const line = text.slice(0, tree.base(finding.at.fragment) + finding.at.start).split('\n').length;
    return `${line} ${finding.severity} ${finding.code}`;
  });
};

describe('levels', () => {
  test('a rule speaks at its own level unless another one is asked for', () => {
    expect(said('a: bad')).toEqual(['1 warning test/bad']);
    expect(said('a: bad', [noBad], { 'test/bad': 'error' })).toEqual(['1 error test/bad']);
    expect(said('a: bad', [noBad], { 'test/*': 'hint' })).toEqual(['1 hint test/bad']);
    expect(said('a: bad', [noBad], { 'test/bad': 'off' })).toEqual([]);
  });

  test('a rule that is off speaks when asked to', () => {
    expect(said('a: bad', [off])).toEqual([]);
    expect(said('a: bad', [off], { 'style/off': 'information' })).toEqual(['1 information style/off']);
  });
});

describe('silence', () => {
  test('a rule silences another about the same words', () => {
    expect(said('a: bad', [noBad, other])).toEqual(['1 hint test/other']);
  });

  test('findings come in text order, each once', () => {
    expect(said('a: bad\nb:\n- c: bad\nd: bad', [noBad, noBad])).toEqual([
      '1 warning test/bad',
      '3 warning test/bad',
      '4 warning test/bad',
    ]);
  });

  test('a comment at the end of the line or on the line before', () => {
    expect(said('a: bad # heddle-ignore test/bad: it is fine\nb: bad')).toEqual(['2 warning test/bad']);
    expect(said('# heddle-ignore test/bad: it is fine\n# really\n\na: bad\nb: bad')).toEqual(['5 warning test/bad']);
    expect(said('a: bad # heddle-ignore test/other: another one')).toEqual(['1 warning test/bad']);
    expect(said('a: bad # heddle-ignore test/other, test/bad: both')).toEqual([]);
    expect(said('a: bad # heddle-ignore test/*: all')).toEqual([]);
  });

  test.each(['\n', '\r\n', '\r'])('a comment is on its own line, or the one before, whatever ends them: %j', (lineBreak) => {
    const codes = (text: string): number => said(text.replaceAll('\n', lineBreak)).length;
    expect(codes('a: bad # heddle-ignore test/bad: it is fine\nb: bad')).toBe(1);
    expect(codes('b: bad\na: bad # heddle-ignore test/bad: it is fine')).toBe(1);
    expect(codes('b: bad\n# heddle-ignore test/bad: it is fine\n# really\n\na: bad\nb: bad')).toBe(2);
  });

  test('words inside a text are no comment', () => {
    expect(said('a: bad\nb: |\n  # heddle-ignore test/bad: no\nc: bad')).toEqual(['1 warning test/bad', '4 warning test/bad']);
  });

  test('metadata of a task or of the workflow', () => {
    const task = 'do:\n- one:\n    set: bad\n    metadata: {"heddle-ignore": [test/bad]}\n- two:\n    set: bad\n';
    expect(said(task)).toEqual(['6 warning test/bad']);
    expect(said('document:\n  metadata:\n    heddle-ignore: [test/bad]\ndo:\n- one:\n    set: bad\n')).toEqual([]);
  });

  test('what an event holds suppresses nothing: it is data', () => {
    const text = '{ "specversion": "1.0", "id": "", "source": "/a", "type": "a.b" } // heddle-ignore cloudevent/non-empty: x';
    expect(saidInFull(text, 'cloudevent').map(({ code }) => code)).toContain('cloudevent/non-empty');
  });
});
