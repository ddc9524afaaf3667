/** Checks text that is in no document (a selection, the clipboard) as CloudEvents. */
import { areLines } from '../event/lines.ts';
import { severityOf } from '../features/kinds.ts';
import type { CheckEventParams, CheckEventResult } from '../protocol.ts';
import type { LanguageService, Workspace } from '../service.ts';

export function checkEvent(service: LanguageService, workspace: Workspace, { text }: CheckEventParams): CheckEventResult {
  const languageId = areLines(text) ? 'cloudevent-lines' : 'cloudevent';
  const doc = service.open({ uri: 'untitled:event.cloudevent.json', languageId, version: 1, text, treatAs: 'event' });
  return {
    events: doc.parts.filter((part) => part.kind === 'event').length,
    problems: service.diagnose(workspace, doc).map((problem) => ({
      code: String(problem.code ?? ''),
      severity: severityOf(problem),
      message: typeof problem.message === 'string' ? problem.message : problem.message.value,
      range: problem.range,
    })),
  };
}
