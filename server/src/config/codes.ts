/** The codes that settings may name: those of every rule, and whole groups of them. */
import { documentRules, eventRules } from '../event/rules/index.ts';
import { nearest } from '../rules/nearest.ts';
import { codes as schemaCodes } from '../schema/codes.ts';
import { problemNames } from '../syntax/problems.ts';
import { workflowRules } from '../workflow/rules/index.ts';

/** Those of the workspace, a room that this one does not know: `docs/rules.md` holds them, and a test compares. */
const workspaceCodes: readonly string[] = ['reference/unknown-workflow'];

const codes: readonly string[] = [
  ...workspaceCodes,
  ...problemNames.map((name) => `syntax/${name}`),
  ...Object.keys(schemaCodes),
  ...[...workflowRules, ...eventRules, ...documentRules].map(({ code }) => code),
];
const known: ReadonlySet<string> = new Set([...codes, ...codes.map((code) => `${code.slice(0, code.indexOf('/'))}/*`)]);

/** What is wrong with a code that no rule has, in words; undefined when a rule or a group has it. */
export function unknownCode(code: string): string | undefined {
  if (known.has(code)) return undefined;
  const meant = [...known].find((each) => each.startsWith(`${code}-`)) ?? nearest(code, known);
  return `There is no rule "${code}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
}
