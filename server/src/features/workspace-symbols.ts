/** Everything with a name in the workspace, for *Go to Symbol in Workspace*. */
import type { Range, SymbolInformation } from 'vscode-languageserver-types';
import type { SymbolKind as NameKind } from '../workflow/model.ts';
import type { EventSummary, WorkflowSummary } from '../workspace/summary.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { SymbolKind } from './kinds.ts';

const kinds: Readonly<Record<NameKind, SymbolKind>> = {
  task: SymbolKind.Method,
  function: SymbolKind.Function,
  error: SymbolKind.Operator,
  retry: SymbolKind.Interface,
  timeout: SymbolKind.Key,
  authentication: SymbolKind.Object,
  secret: SymbolKind.Field,
  catalog: SymbolKind.Package,
  extension: SymbolKind.Module,
  event: SymbolKind.Event,
};

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

function* workflowSymbols(uri: string, { identity, range, symbols }: WorkflowSummary): Iterable<SymbolInformation> {
  const { namespace, name = '', version } = identity;
  yield symbol(name, SymbolKind.Class, uri, range, [namespace, version].filter(Boolean).join(' · '));
  for (const each of symbols) yield symbol(each.name, kinds[each.kind], uri, each.range, name);
}

function* eventSymbols(uri: string, { type = '', source, id, range }: EventSummary): Iterable<SymbolInformation> {
  yield symbol(type, SymbolKind.Event, uri, range, [source, id].filter(Boolean).join(' · '));
}

/** How well a name answers: what begins with the query first, then what holds it, then the shorter. */
const rank = (name: string, query: string): number => (name.startsWith(query) ? 0 : name.includes(query) ? 1 : 2);

/** Workflows, tasks, components and events whose names fit, best first; all of them for an empty query. Case does not count. */
export function workspaceSymbols(workspace: Workspace, query: string): SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s/g, '');
  const found: { readonly name: string; readonly symbol: SymbolInformation }[] = [];
  for (const { uri, parts } of workspace.files.values())
    for (const part of parts)
      for (const each of part.kind === 'workflow' ? workflowSymbols(uri, part) : eventSymbols(uri, part)) {
        const name = each.name.toLowerCase();
        if (fits(name, wanted)) found.push({ name, symbol: each });
      }
  if (wanted !== '')
    found.sort((a, b) => rank(a.name, wanted) - rank(b.name, wanted) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return found.slice(0, most).map((each) => each.symbol);
}
