/** How a trace and a span of it are named. */
import type { Check } from './violation.ts';

const shape = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?$/;

/** Trace Context §3.2: version 00 ends with the flags, ff is none, and ids are not zero. */
export const checkTraceParent: Check = (text) =>
  shape.test(text) && !/^ff|^00-.{52}-|-0{32}-|-0{16}-/.test(text)
    ? undefined
    : {
        message: 'A trace parent is version, trace id, span id and flags, as in 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.',
        severity: 'warning',
      };
