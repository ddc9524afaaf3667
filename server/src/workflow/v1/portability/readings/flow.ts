/** Which task comes next. */
import type { Construct } from '../construct.ts';

export const race: Construct = {
  code: 'portability/race',
  portable: 'Do what must happen once behind the fork, not in a branch.',
  keys: ['fork.compete'],
  readings: {
    'quarkus-flow': { does: 'a race waits for all branches, and fails when one of them does', seen: 'source', level: 'warning' },
    synapse: { does: 'the branches that lose a race are cancelled', seen: 'source' },
    'go-sdk': { does: 'the first branch to end decides a race, also by an error', seen: 'source' },
    swf: { does: 'the first branch to succeed wins a race, and the others are broken off', seen: 'source' },
    zigflow: { does: 'the first branch to end decides a race, also by an error, and the others are cancelled', seen: 'manual' },
  },
};

export const switchOrder: Construct = {
  code: 'portability/switch-order',
  portable: 'Let its cases exclude each other.',
  keys: ['switch'],
  readings: {
    'quarkus-flow': { does: 'the cases of a switch are tried in no order', seen: 'source' },
    synapse: { does: 'a switch fails when more than one of its cases fits', seen: 'source' },
  },
};

export const defaultCase: Construct = {
  code: 'portability/default-case',
  portable: 'Move it behind the others.',
  keys: ['switch'],
  readings: { zigflow: { does: 'a case without "when" is taken where it stands, and those behind it never are', seen: 'source' } },
};

export const noCase: Construct = {
  code: 'portability/no-case',
  portable: 'Add a case without "when" that leads to a task.',
  keys: ['switch'],
  readings: { 'go-sdk': { does: 'a switch fails when none of its cases fits', seen: 'source' } },
};

export const directive: Construct = {
  code: 'portability/directive',
  portable: 'Lead to a task by its name.',
  keys: ['then'],
  readings: {
    'go-sdk': {
      does: 'a case that leads to continue, exit or end makes the switch fail, and "continue" behind a task ends the list',
      seen: 'source',
    },
  },
};

/** A switch that is skipped goes to its default case. */
interface Skips {
  readonly toDefault?: boolean;
}

export const skippedThen: Construct<Skips> = {
  code: 'portability/skipped-then',
  portable: 'Put a switch in front of it in place of "if".',
  keys: ['if'],
  readings: {
    'quarkus-flow': {
      does: 'a task that "if" skips still goes on where its "then" leads',
      seen: 'source',
      toDefault: true,
    },
    'go-sdk': { does: 'a task that "if" skips still goes on where its "then" leads', seen: 'source' },
  },
};

const askedAfter = { does: '"while" is asked after each turn, so that the first one always runs', seen: 'source' } as const;

export const whileAsked: Construct = {
  code: 'portability/while',
  portable: 'Choose the items in "for.in".',
  keys: ['while'],
  readings: {
    'go-sdk': askedAfter,
    swf: askedAfter,
    synapse: { does: '"while" is never asked', seen: 'source', level: 'warning' },
  },
};

export const forList: Construct = {
  code: 'portability/for-list',
  portable: 'Skip the task with "if" where the list is that short.',
  keys: ['for.in'],
  readings: { synapse: { does: 'an empty list makes "for" fail, and of a list with one element nothing runs', seen: 'source' } },
};
