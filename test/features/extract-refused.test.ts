/** Tasks that cannot be put into a workflow of their own: why, in words, or nothing where nobody would ask. */
import { describe, expect, test } from 'vitest';
import { extracted, head, offered, service, uri } from '../support/extract.ts';
import { lines } from '../support/refactor.ts';
import { open, workspaceOf } from '../workspace/files.ts';

describe('is refused in words', () => {
  const task = (body: string, ...more: string[]): string => lines('do:', `  - a|: ${body}`, ...more);
  test.each([
    [
      'an export',
      task('{ set: { x: 1 }, export: { as: "${ .x }" } }'),
      '"a" keeps something in "$context", and a sub-workflow has a context of its own.',
    ],
    ['the context', task('{ set: { x: "${ $context.x }" } }'), '"$context" is read, and a sub-workflow has a context of its own.'],
    ['the workflow', task('{ set: { x: "Run ${ $workflow.id }." } }'), '"$workflow" is read, and in a sub-workflow that is another one.'],
    [
      'a loop around',
      lines('do:', '  - each:', '      for: { each: pet, in: .pets }', '      do:', '        - feed|: { set: { x: "${ $pet.name }" } }'),
      '"$pet" comes from the "for" around.',
    ],
    [
      'a catch around',
      lines(
        'do:',
        '  - safe:',
        '      try: [ { x: { set: { x: 1 } } } ]',
        '      catch:',
        '        do:',
        '          - tell|: { set: { x: "${ $error.title }" } }',
      ),
      '"$error" comes from the "catch" around.',
    ],
    [
      'a variable of whoever runs it',
      task('{ set: { x: "${ $env.x }" } }'),
      '"$env" is read, and nobody knows whether a sub-workflow has it.',
    ],
    [
      'a variable called as something that every object of JavaScript has',
      task('{ set: { x: "${ $constructor }" } }'),
      '"$constructor" is read, and nobody knows whether a sub-workflow has it.',
    ],
    [
      'what stays behind',
      task('{ set: { x: 1 }, if: .y }', '  - b: { switch: [ { x: { when: .x, then: a } }, { y: { then: end } } ] }')
        .replace('a|', '«a')
        .replace('b: {', 'b»: {')
        .replace('then: a', 'then: c') + '  - c: { wait: PT1S }\n',
      '"b" leads to "c", which stays behind.',
    ],
    [
      'who leads into the middle',
      lines(
        'do:',
        '  - s: { switch: [ { x: { when: .x, then: b } }, { y: { then: a } } ] }',
        '  - «a: { set: { x: 1 } }',
        '  - b»: { wait: PT1S }',
      ),
      '"s" leads to "b", which is not the first of them.',
    ],
    [
      'exit',
      task('{ switch: [ { x: { when: .x, then: exit } }, { y: { then: continue } } ] }', '  - b: { wait: PT1S }'),
      '"exit" in "a" leaves this list.',
    ],
    [
      'end',
      task('{ do: [ { b: { set: { x: 1 }, then: end } } ] }', '  - c: { wait: PT1S }'),
      '"end" in "b" ends the whole workflow, and in a sub-workflow it would end only that.',
    ],
    [
      'a then beside an if',
      task('{ if: .x, set: { x: 1 }, then: c }', '  - b: { wait: PT1S }', '  - c: { wait: PT1S }'),
      'The "then" of "a" counts only where its "if" holds.',
    ],
    ['an alias', task('{ set: &x { x: 1 } }', '  - b: { set: *x }'), '"*x" and what it stands for would be in two files.'],
    [
      'an alias of what stays',
      lines('do:', '  - b: { set: &x { x: 1 } }', '  - a|: { set: *x }'),
      '"*x" and what it stands for would be in two files.',
    ],
    [
      'an alias in what is copied',
      lines(
        'use: { retries: { s: { delay: &d PT1S }, r: { delay: *d } } }',
        'do:',
        '  - a|: { try: [ { x: { set: { x: 1 } } } ], catch: { retry: r } }',
        '  - b: { try: [ { x: { set: { x: 1 } } } ], catch: { retry: s } }',
      ),
      '"*d" and what it stands for would be in two files.',
    ],
    [
      'what is defined elsewhere',
      lines(
        'use: { retries: { s: &s { delay: PT1S }, r: *s } }',
        'do:',
        '  - a|: { try: [ { x: { set: { x: 1 } } } ], catch: { retry: r } }',
        '  - b: { try: [ { x: { set: { x: 1 } } } ], catch: { retry: s } }',
      ),
      '"r" does not stand where it could be copied from.',
    ],
    [
      'an extension',
      lines('use: { extensions: [ { log: { extend: set, before: [ { x: { wait: PT1S } } ] } } ] }') +
        task('{ do: [ { b: { set: { x: 1 } } } ] }'),
      'The extension "log" works on tasks like these, and only in its own file.',
    ],
    [
      'an extension of tasks that hold others',
      lines('use: { extensions: [ { log: { extend: composite, before: [ { x: { wait: PT1S } } ] } } ] }') +
        task('{ do: [ { b: { set: { x: 1 } } } ] }'),
      'The extension "log" works on tasks like these, and only in its own file.',
    ],
  ])('%s', (_, source, reason) => {
    const { action } = offered(head + source);
    expect([action?.disabled?.reason, action?.edit]).toEqual([reason, undefined]);
  });
});

describe('is not offered', () => {
  test.each([
    ['for what runs a workflow already', 'do:\n  - a|: { run: { workflow: { namespace: shop, name: b, version: 1.0.0 } } }\n'],
    [
      'for several branches',
      'do:\n  - a:\n      fork:\n        branches:\n          - «b: { wait: PT1S }\n          - c»: { wait: PT1S }\n',
    ],
    [
      'in an extension',
      'use: { extensions: [ { log: { extend: set, before: [ { x|: { wait: PT1S } } ] } } ] }\ndo: [ { a: { wait: PT1S } } ]\n',
    ],
    ['for half a task', 'do:\n  - a|\n'],
    ['for nothing but a "then"', 'do:\n  - a|: { then: end }\n'],
  ])('%s', (_, source) => {
    expect(offered(head + source).action).toBeUndefined();
  });
  test('in a text that is no file, or where nobody can make one', () => {
    const source = `${head}do:\n  - a|: { set: { x: 1 } }\n`;
    expect(offered(source, 'untitled:Untitled-1').action).toBeUndefined();
    const doc = open(uri, source.replace('|', ''));
    const range = doc.range({ start: doc.text.indexOf('a:'), end: doc.text.indexOf('a:') });
    const titles = (creates: boolean) => {
      const newFiles = { creates, isTaken: (each: string) => each.endsWith('/a.sw.yaml') };
      return service.refactorings(workspaceOf({}), doc, range, newFiles).filter(({ title }) => title.startsWith('Extract to'));
    };
    expect(titles(true).map(({ title }) => title)).toEqual(['Extract to sub-workflow "a2"']);
    expect(titles(false)).toEqual([]);
  });
});

test('the end of the whole workflow may go along', () => {
  const [left, made] = extracted(
    `${head}do:\n  - a: { set: { x: 1 } }\n  - b|: { switch: [ { x: { when: .x, then: end } }, { y: { then: continue } } ] }\n`,
  );
  expect(left).toContain('  - b:\n      run:\n');
  expect(made).toContain('then: end');
});

test('the end of the whole workflow stays behind where the last task says it', () => {
  const [left, made] = extracted(`${head}do:\n  - a|: { set: { x: 1 }, then: end }\n  - b: { wait: PT1S }\n`);
  expect(left).toContain('    then: end\n');
  expect(made).not.toContain('then');
});
