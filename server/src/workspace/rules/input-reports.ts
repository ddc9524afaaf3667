/** What is wrong with what is handed to whoever says by a schema what is taken. Loaded once a workflow runs another, or names a schema. */
import { fileNameOf } from '../../config/names.ts';
import { dataReports } from '../../data/reports.ts';
import type { DescribedEvent } from '../../event/described.ts';
import type { RuleReport } from '../../rules/rule.ts';
import { renameKey } from '../../syntax/edit.ts';
import { type Pair, pairOf, resolve } from '../../syntax/node.ts';
import type { Plain } from '../../syntax/value.ts';
import type { SubWorkflow } from '../../workflow/model.ts';
import { compareArguments, type Parameters, parametersIn } from '../../workflow/parameters.ts';
import { didYouMean, itOrThem, neededArguments, quoted } from '../../workflow/rules/rule.ts';
import type { SchemaDocument } from '../../apis/document.ts';
import type { FunctionCall } from '../../workflow/function-calls.ts';
import { schemaNamed } from '../schemas.ts';
import type { WorkflowSummary } from '../summary.ts';
import { type Found, workflowsMeant, type Workspace } from '../workspace.ts';

/** Who takes something: what is asked of it, and the remark that says where. */
interface Taker {
  readonly name: string;
  readonly schema: Plain;
  readonly input?: Parameters;
  readonly related: RuleReport['related'];
}

/** What the input of a `run.workflow` lacks, and what is given in vain. Of several versions nobody knows which will run, unless all take the same. */
export function inputReports(run: SubWorkflow, workspace: Workspace): readonly RuleReport[] {
  const pair = run.at && pairOf(run.at, 'input');
  if (!pair) return [];
  const [target, ...others] = workflowsMeant(workspace, run.identity);
  const taken = target && takenBy(target.part, workspace);
  if (!taken || others.some(({ part }) => JSON.stringify(takenBy(part, workspace)?.schema) !== JSON.stringify(taken.schema))) return [];
  const name = run.identity.name ?? '';
  return givenReports(pair, { name, ...taken, related: relatedTo(target, name) });
}

/** The same of the arguments of a function, whose schema stands in a file. */
export function argumentReports(
  { called, at, written }: FunctionCall,
  { plain, taken }: SchemaDocument,
  uri: string,
): readonly RuleReport[] {
  const input = parametersIn(plain, taken);
  const related = [{ message: `What "${called}" takes is said here.`, uri, place: 0 }];
  if (written) return givenReports(written, { name: called, schema: plain, input, related });
  const missing = (input && compareArguments([], input)?.missing) ?? [];
  return missing.length > 0 ? [{ at, message: neededArguments(called, missing), related, about: { names: ['with'] } }] : [];
}

/** What is wrong with the data of an event, by the schema that it names. */
export const eventDataReports = ({ data }: DescribedEvent, { plain }: SchemaDocument, uri: string): readonly RuleReport[] =>
  data
    ? dataReports(data, {
        name: fileNameOf(uri),
        schema: plain,
        related: () => [{ message: `What "${data.key.text}" may be is said here.`, uri, place: 0 }],
      })
    : [];

/** What a workflow takes, by a schema in its own file or in another. */
function takenBy(part: WorkflowSummary, workspace: Workspace): Pick<Taker, 'schema' | 'input'> | undefined {
  if (part.inputSchema !== undefined) return { schema: part.inputSchema, input: part.input };
  const document = part.inputDocument === undefined ? undefined : schemaNamed(workspace, part.inputDocument);
  return document && { schema: document.plain, input: parametersIn(document.plain, document.taken) };
}

function givenReports(pair: Pair, { name, schema, input, related }: Taker): readonly RuleReport[] {
  const given = resolve(pair.value);
  if (!given) return [];
  const byValue = dataReports(pair, { name, schema, told: input, related: () => related });
  const mismatch = input && given.kind === 'map' ? compareArguments(given.pairs, input) : undefined;
  if (!mismatch) return byValue;
  return [
    ...mismatch.unknown.map((each) => unknown(each, name, mismatch.names, related)),
    ...(mismatch.missing.length > 0
      ? [
          {
            at: pair.key,
            message: `"${name}" needs ${quoted(mismatch.missing)} as well. Write ${itOrThem(mismatch.missing)} under "${pair.key.text}".`,
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
