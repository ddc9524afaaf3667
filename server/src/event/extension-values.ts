/** What the documented extensions say of the values of their attributes, beyond their types. */
import { checkBase64, textIn } from '../formats/base64.ts';
import { readJson } from '../formats/json.ts';
import { quote } from '../formats/quote.ts';
import { or } from '../formats/sentence.ts';
import { checkTraceParent } from '../formats/trace-parent.ts';
import type { Check, Violation } from '../formats/violation.ts';
import { nearest } from '../rules/nearest.ts';
import { coreAttributes } from './attributes.ts';
import { isAttributeName } from './names.ts';

/** ext/authcontext: who may have caused an event. */
const principals = ['app_user', 'user', 'service_account', 'api_key', 'system', 'unauthenticated', 'unknown'];

/** ext/verifiability: the one kind of envelope that signs an event. */
const envelopeType = 'https://cloudevents.io/verifiability/dsse/v0.1';

/** The checks by the names of the attributes. A value that is empty or computed is not asked about. */
export const extensionValues: Readonly<Record<string, Check>> = {
  traceparent: checkTraceParent,

  authtype: (text) =>
    principals.includes(text)
      ? undefined
      : {
          message: `${quote(text)} is no kind of principal that others know. Use ${or(principals)}.`,
          severity: 'warning',
          replacement: nearest(text, principals),
        },

  authclaims: (text) =>
    readJson(text) === undefined
      ? { message: '"authclaims" is JSON in a text, as in {\\"sub\\":\\"42\\"}.', severity: 'warning' }
      : undefined,

  severitytext(text) {
    const upper = text.toUpperCase();
    return text === upper
      ? undefined
      : { message: `Write the severity in capital letters: ${upper}.`, severity: 'warning', replacement: upper };
  },

  dataregulation(text) {
    const entry = text
      .split(',')
      .map((each) => each.trim())
      .find((each) => /\s/.test(each));
    return entry
      ? { message: `The name of a regulation has no spaces: ${quote(entry)}. Write a hyphen for each, and a comma between two of them.` }
      : undefined;
  },

  deprecated: (text) =>
    text === 'false'
      ? { message: '"deprecated" is true, or it is not there. Change it, or leave it out with what belongs to it.' }
      : undefined,

  dssematerial: (text) => checkBase64(text) ?? checkEnvelope(textIn(text)),

  signedextattrs(text) {
    const names = text.split(',');
    const wrong = names.find((name, index) => !isSigned(name) || names.indexOf(name) < index);
    return wrong === undefined
      ? undefined
      : { message: `"signedextattrs" names extensions, each once, with commas and no spaces between them: ${quote(wrong)} is not one.` };
  },
};

const isSigned = (name: string): boolean =>
  isAttributeName(name) && !Object.hasOwn(coreAttributes, name) && name !== 'dssematerial' && name !== 'signedextattrs';

/** DSSE 1.0.2, envelope.md, as ext/verifiability narrows it. */
function checkEnvelope(json: string | undefined): Violation | undefined {
  const envelope = json === undefined ? undefined : readJson(json);
  if (!isObject(envelope) || typeof envelope.payload !== 'string' || !Array.isArray(envelope.signatures))
    return { message: 'Decoded, "dssematerial" is an object of JSON with "payload", "payloadType" and "signatures". This is none.' };
  if (envelope.payloadType !== envelopeType) return { message: `The "payloadType" inside of "dssematerial" is ${envelopeType}.` };
  return envelope.signatures.length > 0 && envelope.signatures.every((each) => isObject(each) && typeof each.sig === 'string')
    ? undefined
    : { message: 'The "signatures" inside of "dssematerial" are one or more, each an object with "sig".' };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
