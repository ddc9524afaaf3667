import { checkSemver } from '../../../formats/semver.ts';
import { hasExpression } from '../../../formats/expression.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { Node } from '../../../syntax/node.ts';
import { stringOf, valueOf } from '../../../syntax/node.ts';
import { isAddress } from '../../facts.ts';
import type { TaskSyntax } from '../../model.ts';
import { changeTo, taskRule } from '../../rules/rule.ts';

export const catalogFormat = taskRule({
  code: 'reference/catalog-format',
  level: 'error',
  dialects: ['v1'],
  kinds: ['call'],
  check: read,
  /** A function of the workflow may have such a name. */
  whole: (inTasks, model) => inTasks.filter(({ about }) => !model.symbols.get('function', about!.names![0]!)),
});

/** Name, version and catalog of what is called, each as far as it is there. */
const parts = /^([^:@]*)(?::([^@]*))?(?:@(.*))?$/;

function read({ body }: TaskSyntax): readonly RuleReport[] {
  const call = valueOf(body, 'call');
  const text = stringOf(call) ?? '';
  if (!call || !/[:@]/.test(text) || isAddress(text) || hasExpression(text)) return [];
  return readParts(call, text);
}

function readParts(call: Node, text: string): readonly RuleReport[] {
  const [, name = '', version = '', catalog] = parts.exec(text) ?? [];
  const wrong = version ? checkSemver(version) : undefined;
  const why = wrong && name ? `"${version}" is no version` : missing(name, version, catalog).map((part) => `"${text}" lacks ${part}`)[0];
  if (!why) return [];
  const meant = wrong ? wrong.replacement : version;
  const instead = name && meant ? `${name}:${meant}@${catalog || 'default'}` : undefined;
  return [
    {
      at: call,
      about: { names: [text] },
      // The default catalog may be meant without being named; the specification does not say.
      severity: !wrong && name && version && catalog === undefined ? 'warning' : undefined,
      message: `A function of a catalog is called by name:version@catalog, and ${why}. Write it as in ${instead ?? 'log:1.0.0@default'}.`,
      fixes: instead === undefined ? undefined : (tree) => [changeTo(tree, call, instead)],
    },
  ];
}

const missing = (name: string, version: string, catalog: string | undefined): string[] => [
  ...(name ? [] : ['the name']),
  ...(version ? [] : ['the version']),
  ...(catalog ? [] : ['the catalog']),
];

export const docs: RuleDocs = {
  rule: catalogFormat,
  clause: 'dsl-reference: Catalog',
  why: 'A runtime finds a function of a catalog by its name, its version and the catalog, all three.',
  good: [
    `
use: { functions: { 'shop:log': { set: { x: 1 } } } }
do:
  - log: { call: 'log:1.0.0@default' }
  - far: { call: 'https://example.com/functions/log.yaml' }
  - own: { call: 'shop:log' }
  - some: { call: '\${ .name + ":1.0.0@default" }' }
`,
  ],
  bad: [
    {
      text: `
do:
  - a: { call: «'log:1.0.0'» }
  - b: { call: «'log:v1.2@default'» }
  - c: { call: «log@default» }
`,
      fixed: `
do:
  - a: { call: 'log:1.0.0@default' }
  - b: { call: 'log:1.2.0@default' }
  - c: { call: log@default }
`,
    },
  ],
};
