/** What rules about documents of services share: each call is looked at with what its document says, and again when either is another. */
import type { Part } from '../../doc.ts';
import type { RuleReport } from '../../rules/rule.ts';
import type { ScalarNode } from '../../syntax/node.ts';
import { notes } from '../../syntax/notes.ts';
import { type ApiCall, apiCallsOf } from '../../workflow/api-call.ts';
import { modelOf } from '../../workflow/read.ts';
import type { DocInWorkspace, WorkspaceRule } from '../rule.ts';
import { factsOf } from '../api-call.ts';
import { type DocumentFacts, documentOf } from '../workspace.ts';

/** A call that says where its document is. */
export type DocumentedCall = ApiCall & { readonly document: ScalarNode };

type Look = (call: DocumentedCall, facts: DocumentFacts, base: string) => readonly RuleReport[];

const isDocumented = (call: ApiCall): call is DocumentedCall => call.document !== undefined;

const documentedCalls = (part: Part): readonly DocumentedCall[] => {
  const model = part.kind === 'workflow' ? modelOf(part) : undefined;
  return model ? apiCallsOf(model).filter(isDocumented) : [];
};

/** Every document that calls of a file name was read and is whole: what rules do not say of them now is not so. */
export const areDocumentsWhole = ({ doc, workspace }: DocInWorkspace): boolean =>
  doc.parts.every((part) =>
    documentedCalls(part).every(({ document }) => {
      const facts = documentOf(workspace, document.text, doc.uri);
      return facts !== undefined && 'api' in facts && facts.api.isWhole;
    }),
  );

/** A rule about each call whose document was read, or found to be none. */
export function apiRule({ look, ...rule }: Pick<WorkspaceRule, 'code' | 'level'> & { readonly look: Look }): WorkspaceRule {
  const known = notes<ApiCall, { readonly facts: DocumentFacts; readonly reports: readonly RuleReport[] }>();
  function* check({ doc, workspace }: DocInWorkspace): Iterable<RuleReport> {
    for (const part of doc.parts)
      for (const call of documentedCalls(part)) {
        const facts = factsOf(workspace, call, doc.uri);
        if (!facts) continue;
        const before = known.get(call);
        const reports = before?.facts === facts ? before.reports : look(call, facts, doc.uri);
        known.set(call, { facts, reports });
        yield* reports;
      }
  }
  return { ...rule, about: 'documents', check };
}
