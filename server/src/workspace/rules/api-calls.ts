/** What rules about documents of services share: what is said of a call hangs on what its document says, and on no other. */
import type { RuleReport } from '../../rules/rule.ts';
import type { ScalarNode } from '../../syntax/node.ts';
import { notes } from '../../syntax/notes.ts';
import { type ApiCall, apiCallsOf } from '../../workflow/api-call.ts';
import type { WorkflowModel } from '../../workflow/model.ts';
import { modelOf } from '../../workflow/read.ts';
import { schemaAddressesOf } from '../../workflow/schema-addresses.ts';
import { documentNamed } from '../address.ts';
import { factsOf } from '../api-call.ts';
import type { DocInWorkspace, WorkspaceRule } from '../rule.ts';
import { schemaFactsOf } from '../schemas.ts';
import type { DocumentFacts } from '../workspace.ts';
import { inWorkflows, siteRule } from './site-rule.ts';

/** A call that says where its document is. */
export type DocumentedCall = ApiCall & { readonly document: ScalarNode };

type Look = (call: DocumentedCall, facts: DocumentFacts, base: string) => readonly RuleReport[];

const isDocumented = (call: ApiCall): call is DocumentedCall => call.document !== undefined;

const gathered = notes<WorkflowModel, readonly DocumentedCall[]>();

/** The calls of a workflow: gathered once for all rules. */
function documentedCallsOf(model: WorkflowModel): readonly DocumentedCall[] {
  const before = gathered.get(model);
  if (before) return before;
  const calls = apiCallsOf(model).filter(isDocumented);
  gathered.set(model, calls);
  return calls;
}

/** Every document that a file names, for a call or as a schema, was read and is whole: what rules do not say of them now is not so. */
export const areDocumentsWhole = ({ doc, workspace }: DocInWorkspace): boolean =>
  doc.parts.every((part) => {
    const model = part.kind === 'workflow' ? modelOf(part) : undefined;
    if (!model) return true;
    const isApiWhole = documentedCallsOf(model).every((call) => {
      const facts = factsOf(workspace, call, doc.uri);
      return facts !== undefined && 'api' in facts && facts.api.isWhole;
    });
    return (
      isApiWhole && schemaAddressesOf(model).every((at) => !documentNamed(at, doc.uri) || isRead(schemaFactsOf(workspace, at, doc.uri)))
    );
  });

const isRead = (facts: DocumentFacts | undefined): boolean =>
  facts !== undefined && ('schema' in facts ? facts.schema.flaw === undefined : 'api' in facts);

/** A rule about each call whose document was read, or found to be none. */
export const apiRule = ({ look, ...rule }: Pick<WorkspaceRule, 'code' | 'level'> & { readonly look: Look }): WorkspaceRule =>
  siteRule({
    ...rule,
    about: 'documents',
    sitesOf: inWorkflows<DocumentedCall>(documentedCallsOf),
    seenOf: (call, workspace, base) => factsOf(workspace, call, base),
    look: (call: DocumentedCall, facts, { base }) => look(call, facts, base),
  });
