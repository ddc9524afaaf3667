/** Why a code is reported, from the manuals of the rules. They are large: nothing but a report that shows them may load this. */
import { configDocs, suppressionDocs, unusedDocs } from '../../config/docs.ts';
import { eventRuleDocs } from '../../event/rules/docs.ts';
import { schemaDocs } from '../../schema/code-docs.ts';
import { workflowRuleDocs } from '../../workflow/rules/docs.ts';
import { workspaceRuleDocs } from '../../workspace/rules/docs.ts';

const manuals = [...schemaDocs, ...workflowRuleDocs, ...eventRuleDocs, ...workspaceRuleDocs, suppressionDocs, unusedDocs, configDocs];
const whys: ReadonlyMap<string, string> = new Map(manuals.map(({ rule, why }) => [rule.code, why]));

/** One sentence: why it matters. Of syntax no rule says it. */
export const whyOf = (code: string): string => whys.get(code) ?? 'What cannot be read cannot be run, and is not checked any further.';
