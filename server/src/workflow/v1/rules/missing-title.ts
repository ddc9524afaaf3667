import type { RuleDocs } from '../../../rules/rule.ts';
import { pairOf, valueOf } from '../../../syntax/node.ts';
import type { WorkflowRule } from '../../rules/rule.ts';

export const missingTitle: WorkflowRule = {
  code: 'style/missing-title',
  level: 'off',
  dialects: ['v1'],
  *check({ root }) {
    const document = pairOf(root, 'document');
    if (document && valueOf(root, 'document')?.kind === 'map' && !pairOf(document.value, 'title'))
      yield { at: document.key, message: 'This workflow has no title for people. Add "title".' };
  },
};

export const docs: RuleDocs = {
  rule: missingTitle,
  clause: 'dsl-reference: Document',
  why: 'A name is for machines; lists and pictures show the title to people.',
  good: ['document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, title: Orders }\ndo:\n  - a: { wait: PT1S }\n'],
  bad: [{ text: '«document»: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\ndo:\n  - a: { wait: PT1S }\n' }],
};
