/** A first, generous look at a text, before the server runs: may it hold a workflow or an event? */

/** A key at the start of a line, or after a brace or comma: in YAML and JSON, quoted or not. */
const key = (name: string) => new RegExp(`(?:^|[{,])[ \\t]*["']?${name}["']?[ \\t]*:`, 'm');

/** Each row: what must all be there. */
const marks: Readonly<Record<string, readonly RegExp[]>> = {
  workflow: [key('document'), key('dsl'), key('do')],
  'legacy workflow': [key('states'), key('specVersion')],
  'legacy workflow without a version': [key('id'), key('start'), key('states')],
  'Kubernetes resource': [/kind["']?[ \t]*:[ \t]*["']?SonataFlow\b/],
  event: [/"specversion"[ \t]*:/],
};

/** What this lets through, the server looks at properly. */
export const mayBeOurs = (text: string): boolean => Object.values(marks).some((all) => all.every((mark) => mark.test(text)));
