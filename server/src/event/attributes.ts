/** The context attributes and members that CloudEvents 1.0 and its documented extensions define (core: Context Attributes; extensions/). */
export type AttributeType = 'String' | 'Integer' | 'Boolean' | 'Binary' | 'URI' | 'URI-reference' | 'Timestamp';

export interface AttributeFact {
  readonly type: AttributeType;
  readonly required?: true;
  /** Must be a non-empty string where it is present. */
  readonly nonEmpty?: true;
  /** Of a number: the least there is. */
  readonly minimum?: number;
  /** Of a time: the attribute whose time is not after this one; an error where the extension demands it. */
  readonly notBefore?: { readonly name: string; readonly severity: 'error' | 'warning' };
  /** Attributes that must be beside it. */
  readonly requires?: readonly string[];
  /** An attribute that must not be beside it. */
  readonly excludes?: string;
}

const core = (type: AttributeType, required?: true): AttributeFact => ({ type, nonEmpty: true, required });

/** The attributes of CloudEvents 1.0 itself (core: Context Attributes). What an empty version means is said by the rule about versions. */
export const coreAttributes: Readonly<Record<string, AttributeFact>> = {
  specversion: { type: 'String', required: true },
  id: core('String', true),
  source: core('URI-reference', true),
  type: core('String', true),
  subject: core('String'),
  time: core('Timestamp'),
  datacontenttype: core('String'),
  dataschema: core('URI'),
};

/** An attribute of an extension that says it is not empty. */
const filled: AttributeFact = { type: 'String', nonEmpty: true };
const step: AttributeFact = { ...filled, requires: ['bamtxid', 'bampid', 'bamptxid', 'bamptxsid'] };
const metadata: AttributeFact = { type: 'Integer', excludes: 'dataschema' };

/** The documented extensions (extensions/ of the specification) and their attributes. */
const extensions: Readonly<Record<string, Readonly<Record<string, AttributeFact>>>> = {
  authcontext: {
    authtype: filled,
    authid: { type: 'String', requires: ['authtype'] },
    authclaims: { type: 'String', requires: ['authtype'] },
  },
  bam: {
    bamtxid: step,
    bampid: step,
    bamptxid: step,
    bamptxsid: step,
    bamptxsstatus: step,
    bamptxcompleted: { ...step, type: 'Boolean', nonEmpty: undefined },
  },
  correlation: { correlationid: filled, causationid: filled },
  'data-classification': {
    dataclassification: { type: 'String' },
    dataregulation: { ...filled, requires: ['dataclassification'] },
    datacategory: { ...filled, requires: ['dataclassification'] },
  },
  dataref: { dataref: { type: 'URI-reference' } },
  deprecation: {
    deprecated: { type: 'Boolean' },
    deprecationfrom: { type: 'Timestamp', requires: ['deprecated'] },
    deprecationsunset: { type: 'Timestamp', requires: ['deprecated'], notBefore: { name: 'deprecationfrom', severity: 'error' } },
    deprecationmigration: { type: 'URI', requires: ['deprecated'] },
  },
  'distributed-tracing': { traceparent: filled, tracestate: { type: 'String', requires: ['traceparent'] } },
  expirytime: { expirytime: { type: 'Timestamp', notBefore: { name: 'time', severity: 'warning' } } },
  opcua: { opcuametadatamajorversion: metadata, opcuametadataminorversion: metadata, opcuastatus: { type: 'Integer' } },
  partitioning: { partitionkey: filled },
  recordedtime: { recordedtime: { type: 'Timestamp', notBefore: { name: 'time', severity: 'warning' } } },
  sampledrate: { sampledrate: { type: 'Integer', minimum: 1 } },
  sequence: { sequence: filled, sequencetype: { ...filled, requires: ['sequence'] } },
  severity: { severitytext: { ...filled, requires: ['severitynumber'] }, severitynumber: { type: 'Integer', minimum: 0 } },
  verifiability: { dssematerial: { type: 'Binary', nonEmpty: true }, signedextattrs: { type: 'String', requires: ['dssematerial'] } },
};

/** All attributes of which something is known: those of the core and of the documented extensions. */
export const attributeFacts: Readonly<Record<string, AttributeFact>> = Object.assign({}, coreAttributes, ...Object.values(extensions));

/** core: REQUIRED Attributes. */
export const requiredAttributes: readonly string[] = Object.keys(coreAttributes).filter((name) => coreAttributes[name]!.required);

/** Members of the JSON format that are not attributes (json §3.1). */
export const dataMembers: readonly string[] = ['data', 'data_base64'];

/** Names of the 0.x drafts as these spelt them, with what took their place; `null`: nothing did. */
export const draftAttributes: readonly { readonly name: string; readonly now: string | null }[] = [
  { name: 'cloudEventsVersion', now: 'specversion' },
  { name: 'eventID', now: 'id' },
  { name: 'eventType', now: 'type' },
  { name: 'eventTime', now: 'time' },
  { name: 'eventTypeVersion', now: null },
  { name: 'contenttype', now: 'datacontenttype' },
  { name: 'schemaurl', now: 'dataschema' },
  { name: 'datacontentencoding', now: null },
];

/** What is known of an attribute; undefined for the user's own extensions. */
export const factOf = (name: string): AttributeFact | undefined => (Object.hasOwn(attributeFacts, name) ? attributeFacts[name] : undefined);

const grammars: ReadonlySet<AttributeType> = new Set(['URI', 'URI-reference', 'Timestamp', 'Binary']);

/** Is its type one with a grammar of its own, whose rule names the bad character itself? */
export const hasGrammar = (name: string): boolean => grammars.has(factOf(name)?.type ?? 'String');
