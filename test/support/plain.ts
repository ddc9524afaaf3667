/** Plain values of any shape, for properties about what is written. */
import fc from 'fast-check';
import type { Plain } from '../../server/src/syntax/value.ts';

/** Values in which these stand as texts and as keys: a few levels deep, with numbers that JSON and YAML can both say. */
export const plainOf = (texts: fc.Arbitrary<string>): fc.Arbitrary<Plain> =>
  fc.letrec<{ data: Plain }>((tie) => ({
    data: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      texts as fc.Arbitrary<Plain>,
      fc.oneof(
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
        fc.boolean(),
        fc.constant(null),
      ),
      fc.array(tie('data'), { maxLength: 3 }),
      fc.dictionary(texts, tie('data'), { maxKeys: 3 }),
    ),
  })).data;
