/** What rules about places share that lead into other files: each place is looked at again when its text, or what it leads to, is another. */
import type { Part } from '../../doc.ts';
import type { RuleReport } from '../../rules/rule.ts';
import { notes } from '../../syntax/notes.ts';
import type { WorkflowModel } from '../../workflow/model.ts';
import { modelOf } from '../../workflow/read.ts';
import type { DocInWorkspace, WorkspaceRule } from '../rule.ts';
import type { Workspace } from '../workspace.ts';

interface Sites<Site, Seen> {
  /** The places of a workflow or an event: the same objects as long as their texts do not change. */
  readonly sitesOf: (part: Part) => readonly Site[];
  /** What a place is judged by, by its identity; undefined while nobody can say anything of it. */
  readonly seenOf: (site: Site, workspace: Workspace, base: string) => Seen | undefined;
  readonly look: (site: Site, seen: Seen, around: { readonly workspace: Workspace; readonly base: string }) => Iterable<RuleReport>;
}

/** Places that only workflows have. */
export const inWorkflows =
  <Site>(sitesOf: (model: WorkflowModel) => readonly Site[]) =>
  (part: Part): readonly Site[] => {
    const model = part.kind === 'workflow' ? modelOf(part) : undefined;
    return model ? sitesOf(model) : [];
  };

/** A rule about each place of a sort. */
export function siteRule<Site extends object, Seen>({
  sitesOf,
  seenOf,
  look,
  ...rule
}: Omit<WorkspaceRule, 'check'> & Sites<Site, Seen>): WorkspaceRule {
  const known = notes<Site, { readonly seen: Seen; readonly reports: readonly RuleReport[] }>();
  function* check({ doc, workspace }: DocInWorkspace): Iterable<RuleReport> {
    const base = doc.uri;
    for (const part of doc.parts) {
      for (const site of sitesOf(part)) {
        const seen = seenOf(site, workspace, base);
        if (seen === undefined) continue;
        const before = known.get(site);
        if (before?.seen === seen) {
          yield* before.reports;
          continue;
        }
        const reports = [...look(site, seen, { workspace, base })];
        known.set(site, { seen, reports });
        yield* reports;
      }
    }
  }
  return { ...rule, check };
}
