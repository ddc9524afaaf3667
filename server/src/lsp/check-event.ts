/** Text that is in no document (a selection, the clipboard) as CloudEvents: checked, or read. */
import { areLines } from '../event/lines.ts';
import { severityOf } from '../features/kinds.ts';
import type { CheckEventParams, CheckEventResult, ReadEventsParams, ReadEventsResult } from '../protocol.ts';
import type { LanguageService, Workspace } from '../service.ts';

const openText = (service: LanguageService, languageId: string, text: string) =>
  service.open({ uri: 'untitled:event.cloudevent.json', languageId, version: 1, text, treatAs: 'event' });

const jsonLanguage = (text: string): string => (areLines(text) ? 'cloudevent-lines' : 'cloudevent');

/** As JSON: one event, or a batch of several. What does not begin as JSON is read as HTTP messages and commands. */
export function readEvents(service: LanguageService, { text }: ReadEventsParams): ReadEventsResult | null {
  const doc = openText(service, /^\s*[[{]/.test(text) ? jsonLanguage(text) : 'http', text);
  const read = service.encodeEvents(doc, 'json');
  return read ? ('refused' in read ? read : { text: read.join('') }) : null;
}

export function checkEvent(service: LanguageService, workspace: Workspace, { text }: CheckEventParams): CheckEventResult {
  const doc = openText(service, jsonLanguage(text), text);
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
