/** What is new in every new event. Asked only when a fix or a template is written, so that checks stay functions of the text. */

/** An id that no other event has: a random UUID. */
export const freshId = (): string => crypto.randomUUID();

/** The present, in UTC and to the second, as RFC 3339 has it. */
const presentTime = (): string => new Date().toISOString().replace(/\.\d+/, '');

/** The body of a template, in which `<id>` and `<time>` stand for what is new. */
export const freshBody = (body: string): string => body.replaceAll('<id>', freshId).replaceAll('<time>', presentTime);
