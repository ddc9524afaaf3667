/**
 * The table of constructs that runtimes take in different ways: read in their sources and manuals in 2026 (Java SDK and Quarkus Flow 1.0 of
 * August, Synapse of March, Go SDK of January, Zigflow of August, swf of June, the pages of Scaleway Data Orchestrator). How each is known
 * stands in its row (`seen`).
 */
import type { Construct } from './construct.ts';

/** What a runtime does without: kinds of tasks (`emit`, `run.shell`), and keys of the workflow (`schedule`, `use.catalogs`). */
interface Lacks {
  readonly keys: readonly string[];
  /** What is there for all that: where the text at this path begins so. */
  readonly unless?: { readonly path: string; readonly begins: string };
}

export const unsupported: Construct<Lacks> = {
  code: 'portability/unsupported',
  portable: 'Do without it, or run the workflow elsewhere.',
  readings: {
    'quarkus-flow': {
      does: 'of "run" there is only "workflow"',
      seen: 'manual',
      keys: ['run.shell', 'run.script', 'run.container'],
    },
    'go-sdk': {
      does: 'there is no "call", "emit", "listen", "run", "try" or "schedule"',
      seen: 'source',
      keys: ['call', 'emit', 'listen', 'run', 'try', 'schedule'],
    },
    zigflow: {
      does: 'there is no "emit" but of events whose type begins with "io.temporal.streams."',
      seen: 'manual',
      keys: ['emit'],
      unless: { path: 'emit.event.with.type', begins: 'io.temporal.streams.' },
    },
    scaleway: {
      does: 'there is no "emit", "listen", "for", "schedule", catalog or extension',
      seen: 'manual',
      keys: ['emit', 'listen', 'for', 'schedule', 'use.catalogs', 'use.extensions'],
    },
  },
};

/** What `.` is in `export.as`: the context so far, or the output before `output.as`. */
interface Reads {
  readonly reads: 'context' | 'raw output';
}

export const exportAs: Construct<Reads> = {
  code: 'portability/export-as',
  portable: 'Write $output in place of ".".',
  keys: ['export.as'],
  readings: {
    'quarkus-flow': { does: '"." in "export.as" is the context so far, not the output of the task', seen: 'source', reads: 'context' },
    zigflow: { does: '"." in "export.as" is the output as it was before "output.as"', seen: 'manual', reads: 'raw output' },
  },
};

const isNull = { does: '$context is null before the first "export"', seen: 'source' } as const;

export const firstContext: Construct = {
  code: 'portability/first-context',
  portable: 'Write ($context // {}).',
  keys: ['export.as'],
  readings: { 'quarkus-flow': isNull, 'go-sdk': isNull },
};

export const workflowOutput: Construct = {
  code: 'portability/workflow-output',
  portable: 'Shape the output in the last task.',
  readings: { synapse: { does: '"output.as" of the workflow is not evaluated', seen: 'source' } },
};

export const forkOutput: Construct = {
  code: 'portability/fork-output',
  portable: 'Let each branch "export" what is read later.',
  keys: ['fork'],
  readings: {
    'quarkus-flow': { does: 'the output of "fork" is a list of { branch: output } in the order of completion', seen: 'source' },
    synapse: { does: 'the output of "fork" is lost', seen: 'source' },
    swf: { does: 'the output of "fork" has the output of each branch under its name', seen: 'source' },
    zigflow: { does: 'the output of "fork" has the output of each branch under its name', seen: 'manual' },
  },
};

/** Where `.` is the input of the task, and not what it gives. */
interface ReadsInput {
  readonly in: readonly string[];
}

export const emitOutput: Construct<ReadsInput> = {
  code: 'portability/emit-output',
  portable: 'Put together what is read later from $input.',
  keys: ['emit'],
  readings: {
    'quarkus-flow': { does: 'the output of "emit" is the input of the task, not the event', seen: 'source', in: ['output.as'] },
    swf: { does: 'the output of "emit" is the input of the task, not the event', seen: 'source', in: ['output.as', 'export.as'] },
  },
};

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

export const catchAndRetry: Construct = {
  code: 'portability/catch-and-retry',
  portable: 'Put a try that retries into one that has the tasks.',
  keys: ['catch.do', 'catch.retry'],
  readings: {
    'quarkus-flow': { does: '"catch.do" beside "retry" runs before each attempt', seen: 'source' },
    synapse: { does: '"catch.do" beside "retry" never runs', seen: 'source' },
    swf: { does: '"catch.do" beside "retry" never runs', seen: 'source' },
  },
};

export const catchFilter: Construct = {
  code: 'portability/catch-filter',
  portable: 'Look at the error in "catch.do", and raise again what was not meant.',
  keys: ['catch.errors', 'catch.when', 'catch.exceptWhen'],
  readings: { zigflow: { does: '"catch" takes every error, whatever filter stands there', seen: 'manual' } },
};

/** All retries, or the parts of a policy that count for nothing. */
interface Ignores {
  readonly ignores: 'all' | readonly string[];
}

export const retry: Construct<Ignores> = {
  code: 'portability/retry',
  portable: 'Do not count on its pauses.',
  keys: ['catch.retry'],
  readings: {
    synapse: {
      does: 'a retry has no delay, backoff or jitter, and a policy given by name counts for nothing',
      seen: 'source',
      ignores: ['delay', 'backoff', 'jitter'],
    },
    zigflow: {
      does: '"catch" does not try again',
      seen: 'manual',
      instead: 'Give the tasks a retry policy in "metadata.activityOptions".',
      ignores: 'all',
    },
  },
};

const asWhole = {
  does: 'what an error is filtered by is compared as a whole text, so that a pattern fits nothing',
  seen: 'source',
} as const;

export const errorPattern: Construct = {
  code: 'portability/error-pattern',
  portable: 'Ask with "when".',
  keys: ['errors.with'],
  readings: {
    'quarkus-flow': asWhole,
    swf: asWhole,
    synapse: { does: 'what an error is filtered by must fit as a pattern and be equal, so that a pattern fits nothing', seen: 'source' },
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

/** The variable that holds the same in the place of `$secrets`; absent where none does. */
interface Names {
  readonly variable?: string;
}

export const secrets: Construct<Names> = {
  code: 'portability/secrets',
  portable: 'Hand it over as input of the workflow.',
  keys: ['use.secrets'],
  readings: {
    'quarkus-flow': { does: 'secrets are in $secret', seen: 'manual', instead: 'Write $secret.', variable: '$secret' },
    swf: { does: 'secrets are in $secret', seen: 'source', instead: 'Write $secret.', variable: '$secret' },
    zigflow: {
      does: 'there is no $secrets: what is secret comes from the environment',
      seen: 'manual',
      instead: 'Read the variable that holds it from $env.',
    },
    'go-sdk': { does: 'there is no $secrets', seen: 'source' },
  },
};

export const bareExpression: Construct = {
  code: 'portability/bare-expression',
  portable: 'Put it inside of ${ }.',
  keys: ['input.from', 'output.as', 'export.as', 'for.in'],
  readings: {
    'go-sdk': { does: 'a text without ${ } in "from", "as" or "in" is that text, not an expression', seen: 'source' },
    zigflow: { does: 'a text without ${ } in "from", "as" or "in" is that text, not an expression', seen: 'manual' },
  },
};

/** A function of jq that is not there: whether it takes an argument, and what does the same, the argument standing in the place of `ARG`. */
interface Missing {
  readonly name: string;
  readonly takes: 0 | 1;
  readonly write?: string;
}

interface Jq {
  readonly misses: readonly Missing[];
  /** Names the functions that a fix writes instead. */
  readonly others: string;
}

/** Functions of jq 1.7 and 1.8 (NEWS.md of jq). */
const later: readonly Missing[] = [
  { name: 'abs', takes: 0, write: '(if . < 0 then 0 - . else . end)' },
  { name: 'toarray', takes: 0, write: '(if type == "array" then . else [.] end)' },
  { name: 'trim', takes: 0, write: '(sub("^\\\\s+"; "") | sub("\\\\s+$"; ""))' },
  { name: 'ltrim', takes: 0, write: 'sub("^\\\\s+"; "")' },
  { name: 'rtrim', takes: 0, write: 'sub("\\\\s+$"; "")' },
  { name: 'pick', takes: 1, write: '(. as $all | reduce path(ARG) as $path (null; setpath($path; $all | getpath($path))))' },
  { name: 'add', takes: 1, write: '([ARG] | add)' },
  { name: 'trimstr', takes: 1 },
  { name: 'toboolean', takes: 0 },
  { name: 'have_decnum', takes: 0 },
  { name: 'have_literal_numbers', takes: 0 },
];
/** What gojq leaves out (its README). */
const notInGojq: readonly Missing[] = [
  { name: 'keys_unsorted', takes: 0, write: 'keys' },
  { name: 'input_line_number', takes: 0 },
];

export const jqLevel: Construct<Jq> = {
  code: 'portability/jq-level',
  portable: 'Write it out in functions that every jq has.',
  readings: {
    'quarkus-flow': {
      does: 'jq has the functions of its release 1.6, and none that came later',
      seen: 'source',
      misses: later,
      others: 'jq 1.6',
    },
    'go-sdk': {
      does: 'jq is gojq, which has no "keys_unsorted" or "input_line_number"',
      seen: 'source',
      misses: notInGojq,
      others: 'gojq',
    },
    zigflow: { does: 'jq is gojq, which has no "keys_unsorted" or "input_line_number"', seen: 'manual', misses: notInGojq, others: 'gojq' },
  },
};

/** What is kept of several results, and whether a text without `${ }` has any. */
interface Keeps {
  readonly keeps: 'all' | 'first';
  readonly bare: boolean;
}

export const severalResults: Construct<Keeps> = {
  code: 'portability/several-results',
  portable: 'Write [ … ] for a list of all, or first( … ).',
  readings: {
    'quarkus-flow': { does: 'several results of an expression become a list', seen: 'source', keeps: 'all', bare: true },
    'go-sdk': { does: 'only the first result of an expression counts', seen: 'source', level: 'warning', keeps: 'first', bare: false },
  },
};

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

export const foreachOutput: Construct = {
  code: 'portability/foreach-output',
  portable: 'Put it on the last task of "foreach.do".',
  keys: ['foreach.output', 'foreach.export'],
  readings: { 'quarkus-flow': { does: '"output" and "export" of "foreach" are ignored', seen: 'source' } },
};

/** Where the schemas stand. */
interface Of {
  readonly keys: readonly string[];
}

export const skippedSchema: Construct<Of> = {
  code: 'portability/skipped-schema',
  portable: 'Check the data in a task.',
  readings: {
    synapse: { does: 'the schemas of "output" and "export" are not looked at', seen: 'source', keys: ['output.schema', 'export.schema'] },
    'go-sdk': {
      does: 'an "export" that does not fit its schema is left out without an error',
      seen: 'source',
      level: 'warning',
      keys: ['export.schema'],
    },
  },
};

export const httpOptions: Construct = {
  code: 'portability/http-options',
  portable: 'Do without it.',
  keys: ['with.output', 'with.body'],
  readings: {
    'quarkus-flow': { does: 'the outputs "raw" and "response" count for nothing, and DELETE is sent without a body', seen: 'source' },
  },
};

/** What a duration can be written in: units that are not there, or no text at all. */
interface Durations {
  readonly without: 'long units' | 'texts';
}

export const duration: Construct<Durations> = {
  code: 'portability/duration',
  portable: 'Write it in days and smaller units.',
  readings: {
    'quarkus-flow': { does: 'a duration has no years, months or weeks', seen: 'source', without: 'long units' },
    zigflow: {
      does: 'a duration is written in units such as minutes, never as a text',
      seen: 'manual',
      instead: 'Write its units.',
      without: 'texts',
    },
  },
};
