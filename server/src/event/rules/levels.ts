/** The codes of the rules about events, with their levels: what the server knows before it meets an event. */
import type { Level } from '../../rules/finding.ts';

export const eventLevels = {
  'cloudevent/batch-duplicate': 'error',
  'cloudevent/batch-specversion': 'error',
  'cloudevent/not-an-event': 'error',
  'cloudevent/duplicate-member': 'error',
  'cloudevent/required': 'error',
  'cloudevent/non-empty': 'error',
  'cloudevent/specversion': 'error',
  'cloudevent/header-names': 'error',
  'cloudevent/name-characters': 'error',
  'cloudevent/name-length': 'warning',
  'cloudevent/near-miss': 'hint',
  'cloudevent/legacy-attribute': 'warning',
  'cloudevent/attribute-type': 'error',
  'cloudevent/integer': 'error',
  'cloudevent/string-characters': 'error',
  'cloudevent/uri-reference': 'error',
  'cloudevent/uri': 'error',
  'cloudevent/timestamp': 'error',
  'cloudevent/media-type': 'error',
  'cloudevent/data-exclusive': 'error',
  'cloudevent/base64': 'error',
  'cloudevent/data-not-string': 'error',
  'cloudevent/data-double-encoded': 'warning',
  'cloudevent/data-binary-media': 'warning',
  'cloudevent/extension-requires': 'error',
  'cloudevent/extension-value': 'error',
  'cloudevent/time-order': 'warning',
  'cloudevent/name-first-letter': 'warning',
  'cloudevent/source-absolute': 'off',
  'cloudevent/type-reverse-dns': 'off',
  'cloudevent/base64-content': 'warning',
  'cloudevent/data-xml': 'hint',
  'cloudevent/duplicate-data-name': 'warning',
  'cloudevent/size': 'warning',
  'cloudevent/reserved-header': 'error',
  'cloudevent/percent-encoding': 'error',
  'cloudevent/http-mismatch': 'warning',
  'cloudevent/envelope': 'error',
} as const satisfies Readonly<Record<`cloudevent/${string}`, Level>>;

type EventCode = keyof typeof eventLevels;

/** Code and level of a rule. */
export const coded = (code: EventCode): { readonly code: EventCode; readonly level: Level } => ({ code, level: eventLevels[code] });
