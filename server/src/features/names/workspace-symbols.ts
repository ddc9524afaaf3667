/** Everything with a name in the workspace, for *Go to Symbol in Workspace*. */
import type { Range, SymbolInformation } from 'vscode-languageserver-types';
import type { EventSummary, FileSummary, WorkflowSummary } from '../../workspace/summary.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { nameKinds, SymbolKind } from '../kinds.ts';

/** More than anybody reads; editors ask again with every letter. */
const most = 1000;

/** The letters of `query` occur in the name, in this order; whatever is asked, nothing fits an empty name. */
function fits(name: string, query: string): boolean {
  let from = 0;
  for (const letter of query) {
    const at = name.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return name !== '';
}

const symbol = (name: string, kind: SymbolKind, uri: string, range: Range, containerName: string): SymbolInformation => ({
  name,
  kind,
  location: { uri, range },
  ...(containerName ? { containerName } : {}),
});

/** A file, and where in it things stand. */
type Located = Pick<FileSummary, 'uri' | 'ranges'>;

function* workflowSymbols({ uri, ranges }: Located, { identity, place, symbols }: WorkflowSummary): Iterable<SymbolInformation> {
  const { namespace, name = '', version } = identity;
  yield symbol(name, SymbolKind.Class, uri, ranges[place]!, [namespace, version].filter(Boolean).join(' · '));
  for (const each of symbols) yield symbol(each.name, nameKinds[each.kind], uri, ranges[each.place]!, name);
}

function* eventSymbols({ uri, ranges }: Located, { type = '', source, id, place }: EventSummary): Iterable<SymbolInformation> {
  yield symbol(type, SymbolKind.Event, uri, ranges[place]!, [source, id].filter(Boolean).join(' · '));
}

/** How well a name answers: what begins with the query first, then what holds it, then the shorter. */
const rank = (name: string, query: string): number => (name.startsWith(query) ? 0 : name.includes(query) ? 1 : 2);

/** Workflows, tasks, components and events whose names fit, best first; for an empty query as they come. 1,000 at most. Case does not count. */
export function workspaceSymbols(workspace: Workspace, query: string): SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s/g, '');
  const found: { readonly name: string; readonly symbol: SymbolInformation }[] = [];
  for (const [key, { uri, parts }] of workspace.files) {
    const file = { uri, ranges: workspace.ranges.get(key) ?? [] };
    for (const part of parts)
      for (const each of part.kind === 'workflow' ? workflowSymbols(file, part) : eventSymbols(file, part)) {
        const name = each.name.toLowerCase();
        if (fits(name, wanted)) found.push({ name, symbol: each });
      }
  }
  if (wanted !== '')
    found.sort((a, b) => rank(a.name, wanted) - rank(b.name, wanted) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return found.slice(0, most).map((each) => each.symbol);
}
