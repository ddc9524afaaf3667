import { hasExpression } from '../../../formats/expression.ts';
import { nearest } from '../../../rules/nearest.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { stringOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { changeTo, didYouMean, taskRule, quoted } from '../../rules/rule.ts';
import { scriptLanguages } from '../vocabulary.ts';

/** What people call them elsewhere. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['javascript', 'js'],
  ['ecmascript', 'js'],
  ['node', 'js'],
  ['nodejs', 'js'],
  ['py', 'python'],
  ['python3', 'python'],
]);

export const scriptLanguage = taskRule({
  code: 'run/script-language',
  level: 'hint',
  dialects: ['v1'],
  kinds: ['run'],
  check({ body }) {
    const language = at(body, 'run.script.language');
    const name = stringOf(language);
    if (!language || !name || scriptLanguages.includes(name) || hasExpression(name)) return [];
    const instead = synonyms.get(name.toLowerCase()) ?? nearest(name, scriptLanguages);
    return [
      {
        at: language,
        message: `The specification knows scripts in ${quoted(scriptLanguages)}; "${name}" runs where a runtime happens to know it.${didYouMean(instead)}`,
        fixes: instead === undefined ? undefined : (tree) => [changeTo(tree, language, instead)],
      },
    ];
  },
});

export const docs: RuleDocs = {
  rule: scriptLanguage,
  clause: 'dsl-reference: Script Process',
  why: 'Scripts in other languages run on no other runtime.',
  good: ['do:\n  - a: { run: { script: { language: js, code: "1" } } }\n  - b: { run: { script: { language: python, code: "1" } } }\n'],
  bad: [
    {
      text: 'do:\n  - a: { run: { script: { language: «javascript», code: "1" } } }\n  - b: { run: { script: { language: «ruby», code: "1" } } }\n',
      fixed: 'do:\n  - a: { run: { script: { language: js, code: "1" } } }\n  - b: { run: { script: { language: ruby, code: "1" } } }\n',
    },
  ],
};
