/** Checks text that is in no document (a selection, the clipboard) as CloudEvents. */
import { severityOf } from '../features/kinds.ts';
import type { CheckEventParams, CheckEventResult } from '../protocol.ts';
import type { LanguageService, Workspace } from '../service.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Several lines that are JSON each, but not together. */
const isLines = (text: string): boolean => {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && !isJson(text) && lines.every(isJson);
};

export function checkEvent(service: LanguageService, workspace: Workspace, { text }: CheckEventParams): CheckEventResult {
  const languageId = isLines(text) ? 'cloudevent-lines' : 'cloudevent';
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
