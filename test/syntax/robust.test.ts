import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format, Node, Tree } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { walk } from '../../server/src/syntax/locate.ts';
import { corpus } from './support/corpus.ts';
import { oracle, ours } from './support/oracle.ts';
import { runs } from '../support/runs.ts';
import { commentsOf, items, problemsOf } from './support/show.ts';
import { generateWorkflow } from '../support/generate.ts';

/** All places inside of the text, nodes inside of their parents, one behind the other. */
function check(tree: Tree): void {
  const inside = (start: number, end: number): void => {
    if (!(start >= 0 && start <= end && end <= tree.text.length)) throw new Error(`outside: ${start}–${end} of ${tree.text.length}`);
  };
  for (const { start, end } of [...problemsOf(tree), ...commentsOf(tree)]) inside(start, end);
  for (const { item: fragment, base } of items(tree)) inside(base, base + fragment.length);
  for (const { fragment } of tree.documents) {
    walk(fragment.root, (node: Node) => {
      const base = tree.base(node.fragment);
      inside(base + node.start, base + node.end);
      if (node.kind === 'map') {
        let last = node.start;
        for (const pair of node.pairs) {
          if (pair.fragment !== node.fragment || pair.start < last || pair.key.end > pair.end || pair.end > node.end)
            throw new Error('pair out of place');
          last = pair.value ? Math.max(pair.end, pair.value.end) : pair.end;
        }
      }
      if (node.kind === 'seq') {
        let last = node.start;
        for (const each of node.elements) {
          const offset = tree.base(each.fragment) - base;
          if (offset + each.start < last) throw new Error('element out of place');
          last = offset + each.end;
        }
        if (node.runs.flatMap(({ elements }) => elements).some((each, index) => each !== node.elements[index])) throw new Error('runs');
      }
    });
  }
}

describe('any text gives a tree', () => {
  const texts: [Format, string][] = [
    ['yaml', generateWorkflow(80, 7)],
    ['yaml', 'a: &x [1, {b: "c\\\n d"}]\r\nb: *x\n? k\n: >+2\n   t\n\n--- !!map\n# c\n- - - a: |\n      x\n...\n%YAML 1.2\n---\n\tz: 1\n'],
    ...corpus(/^examples\/1\.0\/.*\.ya?ml$/)
      .slice(0, 40)
      .map(({ text }): [Format, string] => ['yaml', text]),
    ...corpus(/^examples\/0\.\d\/.*\.json$/).map(({ text }): [Format, string] => ['json', text]),
  ];
  it('truncated, with a hole, or with something twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat(40),
        fc.constantFrom('cut', 'hole', 'twice'),
        ([format, text], at, length, what) => {
          const start = at % (text.length + 1);
          const end = Math.min(start + length, text.length);
          const made =
            what === 'cut'
              ? text.slice(0, start)
              : what === 'hole'
                ? text.slice(0, start) + text.slice(end)
                : text.slice(0, end) + text.slice(start);
          check(parse(made, format));
          check(parse(made, format === 'json' ? 'yaml' : 'json'));
        },
      ),
      { numRuns: runs(60) },
    );
  });
  it.each(['“\n  /*b: ', '[?', '{?', '[? ', '{? \n', '[!', '{&', '{a: ', '[a: &'])('%j', (text) => {
    check(parse(text, 'yaml'));
  });
  it('noise', () => {
    const noise = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.constantFrom(
          '\n',
          '\n  ',
          '- ',
          ': ',
          '"',
          "'",
          '[',
          ']',
          '{',
          '}',
          ',',
          '|',
          '>',
          '&',
          '*',
          '!',
          '#',
          '?',
          '%',
          '\t',
          '\r',
          '---\n',
          '...\n',
          '\ud800',
          '\0',
          '\ufeff',
          '/*',
          '//',
          'a',
          '1',
        ),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(noise, fc.constantFrom<Format>('yaml', 'json'), (pieces, format) => check(parse(pieces.join(''), format))),
      { numRuns: runs(200) },
    );
  });
});

describe('large and deep', () => {
  const deep = 20_000;
  it.each<[string, Format, string]>([
    ['lists in lists', 'yaml', '['.repeat(deep)],
    ['braces', 'yaml', '{a: '.repeat(deep)],
    ['dashes', 'yaml', '- '.repeat(deep)],
    ['questions', 'yaml', '? '.repeat(deep)],
    ['indentation', 'yaml', Array.from({ length: 1500 }, (_, index) => `${' '.repeat(index)}k:`).join('\n')],
    ['JSON lists', 'json', '['.repeat(deep)],
    ['JSON objects', 'json', `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`],
    ['anchors', 'yaml', '&a '.repeat(deep)],
    ['anchors below', 'yaml', '&a\n'.repeat(deep)],
    ['anchors in brackets', 'yaml', `[${'&a\n'.repeat(deep)}`],
  ])('%s', (_what, format, text) => {
    const tree = parse(text, format);
    check(tree);
    expect(problemsOf(tree).some(({ what }) => /too-deep|unclosed-bracket|second-anchor/.test(what.code))).toBe(true);
  });

  it.each<[string, Format, string]>([
    ['one line', 'yaml', 'a'.repeat(5_000_000)],
    ['open quotes', 'yaml', '- "a\n'.repeat(500_000)],
    ['open brackets', 'yaml', 'a: [\n'.repeat(500_000)],
    ['half-typed keys', 'yaml', 'a: 1\n' + 'ab\n'.repeat(500_000)],
    ['stray brackets', 'yaml', ']\n'.repeat(500_000)],
    ['a long list of texts', 'yaml', '- a\n'.repeat(1_000_000)],
    ['lines of plain text and one key', 'yaml', `${'word\n'.repeat(3000)}key: 1\n`],
    ['open strings', 'json', '"a\n'.repeat(500_000)],
    ['commas', 'json', `[${','.repeat(1_000_000)}]`],
    ['keys without values', 'json', `{${'"a",'.repeat(300_000)}}`],
    ['comments', 'json', '// a\n'.repeat(300_000)],
    ['open objects', 'json', '{"a":\n'.repeat(300)],
  ])('5 MB: %s', (_what, format, text) => {
    const start = performance.now();
    const tree = parse(text, format);
    expect(tree.documents.length).toBe(1);
    // Linear work takes well under a second; what is quadratic takes minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

it('an alias of an alias, which YAML does not have, leads to the value itself, however long the chain', () => {
  const lines = Array.from({ length: 3000 }, (_, index) => `k${index + 1}: &a${index + 1} *a${index}\n`);
  const root = parse(`k0: &a0 x\n${lines.join('')}`, 'yaml').documents[0]!.fragment.root;
  const targets = root?.kind === 'map' ? root.pairs.slice(1).map(({ value }) => value?.kind === 'alias' && value.target) : [];
  expect(targets).toHaveLength(3000);
  expect(new Set(targets)).toEqual(new Set([root?.kind === 'map' && root.pairs[0]!.value]));
});

describe('two readers agree', () => {
  /** Documents as a generator of YAML writes them, in all styles. */
  const word = fc.constantFrom(
    'a',
    'b c',
    'on',
    '12',
    '1.0',
    '0x1F',
    '.inf',
    '~',
    'null',
    'true',
    'ünï',
    '🧵',
    'a#b',
    'x:y',
    "'q'",
    '"d\\n"',
    "'it''s'",
    '"m\n  n"',
    'p\n  q',
    '|\n  t\n   u\n',
    '>-\n  t\n\n  u\n',
    '|+\n  t\n\n',
    '[1, {a: b}, "c"]',
    '{a: [1], ? b : c, d}',
    '[a: 1]',
    '*x',
    '!!str 1',
    '&x v',
    '',
  );
  const indent = (text: string, by: string): string => text.replace(/\n(?!\n|$)/g, `\n${by}`);
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      word.map((text) => ` ${text}\n`),
      fc
        .array(fc.tuple(fc.constantFrom('k', '"q r"', "'s'", 'x y'), tie('node'), fc.constantFrom('', '', '# note\n')), {
          minLength: 1,
          maxLength: 3,
        })
        .map(
          (pairs) =>
            `\n${pairs.map(([key, value, comment], index) => `${comment}  ${key}${index}:${indent(value, '  ')}`.replace(/"(\d):/, '$1":').replace(/'(\d):/, "$1':")).join('')}`,
        ),
      fc
        .array(tie('node'), { minLength: 1, maxLength: 3 })
        .map((elements) => `\n${elements.map((element) => `  -${indent(element, '  ')}`).join('')}`),
    ),
  }));
  it('on documents in every style', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 3 }), fc.boolean(), (values, crlf) => {
        const source = `first: &x 1\n${values.map((value, index) => `k${index}:${value}`).join('')}`.replace(/\n{2,}$/, '\n');
        const text = crlf ? source.replace(/\n/g, '\r\n') : source;
        const expected = oracle(text);
        if (!expected) return;
        compared++;
        const tree = parse(text, 'yaml');
        expect(problemsOf(tree).filter(({ what }) => what.code !== 'syntax/duplicate-anchor')).toEqual([]);
        expect(ours(tree)).toEqual(expected);
      }),
      { numRuns: runs(60) },
    );
    expect(compared).toBeGreaterThan(runs(60) / 2);
  });
});
