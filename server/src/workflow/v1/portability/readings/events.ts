/** Which events fit. */
import type { Construct } from '../construct.ts';

export const eventFilter: Construct = {
  code: 'portability/event-filter',
  portable: 'Write the whole value.',
  keys: ['one.with'],
  readings: {
    'quarkus-flow': { does: 'the text of an attribute must be equal, also where it is a pattern or an expression', seen: 'source' },
  },
};

export const correlation: Construct = {
  code: 'portability/correlation',
  portable: 'Correlate by "from" alone.',
  keys: ['expect'],
  readings: { synapse: { does: '"expect" is a condition, and not the value to look for', seen: 'source' } },
};
