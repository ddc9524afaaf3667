/** What is wrong with the input of a `run.workflow`, by the schema of the workflow that it runs. Loaded once a workflow runs another. */
import { dataReports } from '../../data/reports.ts';
import type { RuleReport } from '../../rules/rule.ts';
import { renameKey } from '../../syntax/edit.ts';
import { type Pair, pairOf, resolve } from '../../syntax/node.ts';
import type { SubWorkflow } from '../../workflow/model.ts';
import { compareArguments } from '../../workflow/parameters.ts';
import { didYouMean, itOrThem, quoted } from '../../workflow/rules/rule.ts';
import type { WorkflowSummary } from '../summary.ts';
import { type Found, workflowsMeant, type Workspace } from '../workspace.ts';

/** What it lacks, and what is given in vain. Of several versions nobody knows which will run, unless all take the same. */
export function inputReports(run: SubWorkflow, workspace: Workspace): readonly RuleReport[] {
  const pair = run.at && pairOf(run.at, 'input');
  const given = resolve(pair?.value);
  if (!pair || !given) return [];
  const [target, ...others] = workflowsMeant(workspace, run.identity);
  const schema = target?.part.inputSchema;
  if (!schema || others.some(({ part }) => JSON.stringify(part.inputSchema) !== JSON.stringify(schema))) return [];
  const name = run.identity.name ?? '';
  const related = relatedTo(target, name);
  const taken = target.part.input;
  const byValue = dataReports(pair, { name, schema, told: taken, related: () => related });
  const mismatch = taken && given.kind === 'map' ? compareArguments(given.pairs, taken) : undefined;
  if (!mismatch) return byValue;
  return [
    ...mismatch.unknown.map((each) => unknown(each, name, mismatch.names, related)),
    ...(mismatch.missing.length > 0
      ? [
          {
            at: pair.key,
            message: `"${name}" needs ${quoted(mismatch.missing)} as well. Write ${itOrThem(mismatch.missing)} under "input".`,
            related,
          },
        ]
      : []),
    ...byValue,
  ];
}

const relatedTo = ({ uri, part: { place } }: Found<WorkflowSummary>, name: string) => [{ message: `"${name}" is here.`, uri, place }];

const unknown = (
  { pair, instead }: { readonly pair: Pair; readonly instead?: string },
  name: string,
  names: readonly string[],
  related: RuleReport['related'],
): RuleReport => ({
  at: pair.key,
  message: `"${name}" takes no "${pair.key.text}".${didYouMean(instead) || ` It takes ${quoted(names)}.`}`,
  related,
  fixes:
    instead === undefined
      ? undefined
      : (tree) => [{ title: `Change to "${instead}"`, edits: renameKey(tree, pair, instead), preferred: true }],
});
