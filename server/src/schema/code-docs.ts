/** What docs/rules.md says about each code of the schema check. For tests and documentation; not in the bundles. */
import type { RuleDocs } from '../rules/rule.ts';
import { codes, type Code } from './codes.ts';

interface CodeDocs {
  /** One sentence: why this matters. */
  readonly why: string;
  /** Whole workflows, like the examples of rules. */
  readonly good: string;
  readonly bad: string;
  /** The bad one after its preferred fixes, where it has some. */
  readonly fixed?: string;
}

const head = 'document:\n  dsl: 1.0.0\n  namespace: shop\n  name: order\n  version: 1.0.0\n';
const flow = (tasks: string): string => `${head}do:\n${tasks}`;

/** What the parser says as well is told with the other problems of the text. */
const facts: Readonly<Record<Exclude<Code, `syntax/${string}`>, CodeDocs>> = {
  'document/duplicate-key': {
    why: 'Readers differ in which of two equal keys they keep, so one of the values is lost.',
    good: flow('  - greet:\n      set:\n        name: Ada\n'),
    bad: flow('  - greet:\n      set:\n        name: Ada\n        «name»: Grace\n'),
  },
  'document/newer-than-declared': {
    why: 'A runtime made for the declared version does not know what a later version brought.',
    good: `${head.replace('dsl: 1.0.0', 'dsl: 1.0.3')}schedule:\n  on:\n    one:\n      with:\n        type: com.shop.order\n  read: envelope\ndo:\n  - pause:\n      wait: PT1S\n`,
    bad: `${head}schedule:\n  on:\n    one:\n      with:\n        type: com.shop.order\n  «read»: envelope\ndo:\n  - pause:\n      wait: PT1S\n`,
    fixed:
      head.replace('dsl: 1.0.0', 'dsl: 1.0.3') +
      'schedule:\n  on:\n    one:\n      with:\n        type: com.shop.order\n  read: envelope\ndo:\n  - pause:\n      wait: PT1S\n',
  },
  'schema/unknown-property': {
    why: 'A key that is not part of the language is refused or ignored, so what it says does not happen.',
    good: flow('  - pay:\n      call: http\n      with:\n        method: post\n        endpoint: https://shop.example/pay\n'),
    bad: flow('  - pay:\n      «cal»: http\n      with:\n        method: post\n        endpoint: https://shop.example/pay\n'),
    fixed: flow('  - pay:\n      call: http\n      with:\n        method: post\n        endpoint: https://shop.example/pay\n'),
  },
  'schema/misplaced': {
    why: 'In YAML the indentation decides what a key belongs to; beside its mapping it is not part of it.',
    good: flow('  - pay:\n      call: http\n      with:\n        method: post\n        endpoint: https://shop.example/pay\n'),
    bad: flow('  - pay:\n      call: http\n      with:\n      «method»: post\n      endpoint: https://shop.example/pay\n'),
    fixed: flow('  - pay:\n      call: http\n      with:\n        method: post\n        endpoint: https://shop.example/pay\n'),
  },
  'schema/missing-property': {
    why: 'Without it the rest cannot be carried out.',
    good: flow('  - pay:\n      call: http\n      with:\n        method: post\n        endpoint: https://shop.example/pay\n'),
    bad: flow('  - pay:\n      call: http\n      «with»:\n        method: post\n'),
    fixed: flow('  - pay:\n      call: http\n      with:\n        method: post\n        endpoint: https://petstore.example/pet/{petId}\n'),
  },
  'schema/missing-value': {
    why: 'A key with nothing behind it is read as null, which is not what belongs there.',
    good: flow('  - pause:\n      wait: PT1S\n'),
    bad: flow('  - pause:\n      «wait»:\n'),
    fixed: flow('  - pause:\n      wait: PT5S\n'),
  },
  'schema/type': {
    why: 'Text, numbers, lists and mappings are read in different ways; the wrong one is refused.',
    good: head.replace('version: 1.0.0', "version: '1.0.0'") + 'do:\n  - pause:\n      wait: PT1S\n',
    bad: head.replace('version: 1.0.0', 'version: «1.0»') + 'do:\n  - pause:\n      wait: PT1S\n',
    fixed: head.replace('version: 1.0.0', "version: '1.0.0'") + 'do:\n  - pause:\n      wait: PT1S\n',
  },
  'schema/enum': {
    why: 'Only the listed values have a meaning.',
    good: flow('  - list:\n      run:\n        shell:\n          command: ls\n        return: all\n'),
    bad: flow('  - list:\n      run:\n        shell:\n          command: ls\n        return: «get-all»\n'),
  },
  'schema/format': {
    why: 'Versions, names, addresses and times have a form that runtimes rely on.',
    good: flow('  - pause:\n      wait: PT1S\n'),
    bad: head.replace('name: order', 'name: «my order»') + 'do:\n  - pause:\n      wait: PT1S\n',
    fixed: head.replace('name: order', 'name: my-order') + 'do:\n  - pause:\n      wait: PT1S\n',
  },
  'schema/range': {
    why: 'A number outside its range cannot be used.',
    good: flow(
      '  - ask:\n      call: grpc\n      with:\n        proto:\n          endpoint: https://shop.example/p.proto\n        service:\n          name: Shop\n          host: localhost\n          port: 5000\n        method: Ask\n',
    ),
    bad: flow(
      '  - ask:\n      call: grpc\n      with:\n        proto:\n          endpoint: https://shop.example/p.proto\n        service:\n          name: Shop\n          host: localhost\n          port: «70000»\n        method: Ask\n',
    ),
  },
  'schema/empty': {
    why: 'An empty list, mapping or text here says nothing.',
    good: flow('  - choose:\n      switch:\n        - done:\n            then: end\n'),
    bad: flow('  - choose:\n      «switch»: []\n'),
  },
  'schema/two-kinds': {
    why: 'A task does one thing; which of two would run is not defined.',
    good: flow('  - greet:\n      set:\n        name: Ada\n  - pause:\n      wait: PT1S\n'),
    bad: flow('  - greet:\n      set:\n        name: Ada\n      «wait»: PT1S\n'),
    fixed: flow('  - greet:\n      set:\n        name: Ada\n  - greetWait:\n      wait: PT1S\n'),
  },
  'schema/no-kind': {
    why: 'A task that says nothing to do cannot run.',
    good: flow('  - pause:\n      wait: PT1S\n'),
    bad: flow('  - «pause»:\n      then: end\n'),
  },
  'schema/item-name': {
    why: 'Every task of a list is one named entry; the name is what "then" leads to.',
    good: flow('  - check:\n      set:\n        ok: true\n  - ship:\n      wait: PT1S\n'),
    bad: flow('  - check:\n      set:\n        ok: true\n    «ship»:\n      wait: PT1S\n'),
    fixed: flow('  - check:\n      set:\n        ok: true\n  - ship:\n      wait: PT1S\n'),
  },
  'schema/deprecated': {
    why: 'Later releases say the same in another way.',
    good: flow('  - list:\n      run:\n        shell:\n          command: ls\n          arguments: [-l]\n').replace(
      'dsl: 1.0.0',
      'dsl: 1.0.3',
    ),
    bad: flow('  - list:\n      run:\n        shell:\n          command: ls\n          «arguments»: { -l: ~ }\n').replace(
      'dsl: 1.0.0',
      'dsl: 1.0.3',
    ),
    fixed: flow("  - list:\n      run:\n        shell:\n          command: ls\n          arguments: ['-l']\n").replace(
      'dsl: 1.0.0',
      'dsl: 1.0.3',
    ),
  },
  'schema/look-alike': {
    why: 'It is legal YAML, but says something else than it looks like.',
    good: flow("  - paint:\n      set:\n        colour: '#ff0000'\n"),
    bad: flow('  - paint:\n      set:\n        colour: «#ff0000»\n'),
    fixed: flow("  - paint:\n      set:\n        colour: '#ff0000'\n"),
  },
};

export const schemaDocs: readonly RuleDocs[] = Object.entries(facts).map(([code, { why, good, bad, fixed }]) => ({
  rule: { code: code as Code, level: codes[code as Code] },
  clause: '',
  why,
  good: [good],
  bad: [{ text: bad, fixed }],
}));
