import { describe, expect, test } from 'vitest';
import { certainRuns } from '../../server/src/workflow/certain-runs.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { open } from '../support/editor.ts';
import { head } from '../support/refactor.ts';

const run = (name: string): string => `run: { workflow: { namespace: shop, name: ${name}, version: 1.0.0 } }`;

function certain(tasks: string): readonly (string | undefined)[] {
  const model = modelOf(open(`${head}do:\n${tasks}`).parts[0]!)!;
  return certainRuns(model).map(({ identity }) => identity.name);
}

describe('a run that nothing goes around', () => {
  test.each([
    ['below other tasks', `  - a: { wait: PT1S }\n  - b: { ${run('pay')} }\n`],
    [
      'where cases meet again',
      `  - s: { switch: [ { x: { when: .x, then: a } }, { y: { then: b } } ] }\n  - a: { wait: PT1S }\n  - b: { ${run('pay')} }\n`,
    ],
    [
      'in do, try and a branch',
      `  - a: { do: [ { b: { try: [ { c: { fork: { branches: [ { d: { ${run('other')} } }, { e: { ${run('pay')} } } ] } } } ], catch: {} } } ] }\n`,
    ],
    ['above an end', `  - a: { ${run('pay')} }\n  - b: { set: { x: 1 }, then: end }\n`],
  ])('%s', (_, tasks) => expect(certain(tasks)).toContain('pay'));
});

describe('a run that may not be', () => {
  test.each([
    ['its own condition', `  - a: { if: .x, ${run('pay')} }\n`],
    ['a condition above it', `  - a: { if: .x, do: [ { b: { ${run('pay')} } } ] }\n`],
    ['a case that ends', `  - s: { switch: [ { x: { when: .x, then: end } }, { y: { then: continue } } ] }\n  - a: { ${run('pay')} }\n`],
    ['a case that jumps over it', `  - s: { switch: [ { x: { when: .x, then: b } } ] }\n  - a: { ${run('pay')} }\n  - b: { wait: PT1S }\n`],
    ['an end inside of another task', `  - s: { do: [ { x: { if: .x, set: { x: 1 }, then: end } } ] }\n  - a: { ${run('pay')} }\n`],
    ['an exit of its list', `  - s: { do: [ { x: { if: .x, set: { x: 1 }, then: exit } }, { a: { ${run('pay')} } } ] }\n`],
    [
      'an error that is raised',
      `  - s: { if: .x, raise: { error: { type: https://a.example/b, status: 400 } } }\n  - a: { ${run('pay')} }\n`,
    ],
    ['a loop', `  - s: { for: { in: .xs }, do: [ { a: { ${run('pay')} } } ] }\n`],
    ['a catch', `  - s: { try: [ { x: { wait: PT1S } } ], catch: { do: [ { a: { ${run('pay')} } } ] } }\n`],
    ['a race', `  - s: { fork: { compete: true, branches: [ { a: { ${run('pay')} } }, { b: { wait: PT1S } } ] } }\n`],
    ['a name that does not exist', `  - s: { switch: [ { x: { when: .x, then: nowhere } } ] }\n  - a: { ${run('pay')} }\n`],
  ])('because of %s', (_, tasks) => expect(certain(tasks)).toEqual([]));
});
