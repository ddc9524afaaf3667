/** What is wrong with an expression, as findings in the document that it stands in. */
import { checkCesql } from '../../cesql/check.ts';
import { severityOf, type Problem } from '../../cesql/problem.ts';
import type { Doc } from '../../doc.ts';
import { fixTitle } from '../../formats/violation.ts';
import type { Finding, Fix } from '../../rules/finding.ts';

/** All mistakes in a file that is one expression. Nothing is wrong yet with a file in which nothing is written. */
export function expressionFindings({ tree, text }: Doc): readonly Finding[] {
  const { fragment } = tree.documents[0]!;
  if (text.trim() === '') return [];
  return checkCesql(text).map((problem) => ({
    code: problem.code,
    severity: severityOf(problem),
    at: { fragment, start: problem.start, end: problem.end },
    message: problem.message,
    fixes: problem.replacement === undefined ? undefined : () => [fixOf(problem, problem.replacement!)],
  }));
}

const fixOf = ({ start, end, message }: Problem, replacement: string): Fix => ({
  title: fixTitle({ message, replacement: replacement.trim() }),
  preferred: true,
  edits: [{ start, end, newText: replacement }],
});
