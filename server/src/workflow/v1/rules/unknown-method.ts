import { hasExpression } from '../../../formats/expression.ts';
import { nearest } from '../../../rules/nearest.ts';
import type { RuleReport, RuleDocs } from '../../../rules/rule.ts';
import { stringOf, valueOf } from '../../../syntax/node.ts';
import type { TaskSyntax } from '../../model.ts';
import { httpMethods } from '../vocabulary.ts';
import { changeTo, taskRule } from '../../rules/rule.ts';

/** Registered too, and never a slip of one of the usual ones. */
const rare = 'TRACE CONNECT QUERY COPY LINK LOCK MERGE MKCOL MOVE PROPFIND PROPPATCH PURGE REPORT SEARCH UNLINK UNLOCK'.split(' ');
const known: ReadonlySet<string> = new Set([...httpMethods.map((method) => method.toUpperCase()), ...rare]);

export const unknownMethod = taskRule({
  code: 'call/unknown-method',
  level: 'hint',
  dialects: ['v1'],
  kinds: ['call'],
  check: read,
});

export const docs: RuleDocs = {
  rule: unknownMethod,
  clause: 'dsl-reference: HTTP Call',
  why: 'A server refuses a request whose method it does not know.',
  good: [
    `
do:
  - a: { call: http, with: { method: get, endpoint: https://example.com } }
  - b: { call: http, with: { method: PURGE, endpoint: https://example.com } }
  - c: { call: http, with: { method: '\${ .method }', endpoint: https://example.com } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a: { call: http, with: { method: «download», endpoint: https://example.com } }
`,
    },
  ],
};

function read({ body }: TaskSyntax): readonly RuleReport[] {
  const method = stringOf(valueOf(body, 'call')) === 'http' ? valueOf(valueOf(body, 'with'), 'method') : undefined;
  const name = stringOf(method);
  if (!method || !name || known.has(name.toUpperCase()) || hasExpression(name)) return [];
  const near = nearest(name, httpMethods);
  const instead = near && (name === name.toLowerCase() ? near : near.toUpperCase());
  const hint = instead ? `Did you mean "${instead}"?` : 'Common ones are get, post, put, patch and delete.';
  return [
    {
      at: method,
      message: `"${name}" is not an HTTP method. ${hint}`,
      // A slip is surely wrong; a method of one's own may not be.
      severity: instead === undefined ? undefined : 'warning',
      fixes: instead === undefined ? undefined : (tree) => [changeTo(tree, method, instead)],
    },
  ];
}
