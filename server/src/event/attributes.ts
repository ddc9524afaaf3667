/** The context attributes and members that CloudEvents 1.0 and its documented extensions define (core: Context Attributes; extensions/). */
export type AttributeType = 'String' | 'Integer' | 'Boolean' | 'Binary' | 'URI' | 'URI-reference' | 'Timestamp';

export interface AttributeFact {
  readonly type: AttributeType;
  readonly required?: true;
  /** Must be a non-empty string where it is present. */
  readonly nonEmpty?: true;
  /** Name of the documented extension it belongs to; absent for core attributes. */
  readonly extension?: string;
}

const core = (type: AttributeType, required?: true): AttributeFact => ({ type, nonEmpty: true, required });
const extension = (name: string, attributes: Record<string, AttributeType>): Record<string, AttributeFact> =>
  Object.fromEntries(Object.entries(attributes).map(([key, type]) => [key, { type, extension: name }]));

/** The attributes of CloudEvents 1.0 itself (core: Context Attributes). */
export const coreAttributes: Readonly<Record<string, AttributeFact>> = {
  specversion: core('String', true),
  id: core('String', true),
  source: core('URI-reference', true),
  type: core('String', true),
  subject: core('String'),
  time: core('Timestamp'),
  datacontenttype: core('String'),
  dataschema: core('URI'),
};

const extensionAttributes: Readonly<Record<string, AttributeFact>> = {
  ...extension('authcontext', { authtype: 'String', authid: 'String', authclaims: 'String' }),
  ...extension('bam', {
    bamtxid: 'String',
    bampid: 'String',
    bamptxid: 'String',
    bamptxsid: 'String',
    bamptxsstatus: 'String',
    bamptxcompleted: 'Boolean',
  }),
  ...extension('correlation', { correlationid: 'String', causationid: 'String' }),
  ...extension('data-classification', { dataclassification: 'String', dataregulation: 'String', datacategory: 'String' }),
  ...extension('dataref', { dataref: 'URI-reference' }),
  ...extension('deprecation', {
    deprecated: 'Boolean',
    deprecationfrom: 'Timestamp',
    deprecationsunset: 'Timestamp',
    deprecationmigration: 'URI',
  }),
  traceparent: { type: 'String', nonEmpty: true, extension: 'distributed-tracing' },
  ...extension('distributed-tracing', { tracestate: 'String' }),
  ...extension('expirytime', { expirytime: 'Timestamp' }),
  ...extension('opcua', { opcuametadatamajorversion: 'Integer', opcuametadataminorversion: 'Integer', opcuastatus: 'Integer' }),
  ...extension('partitioning', { partitionkey: 'String' }),
  ...extension('recordedtime', { recordedtime: 'Timestamp' }),
  ...extension('sampledrate', { sampledrate: 'Integer' }),
  ...extension('sequence', { sequence: 'String', sequencetype: 'String' }),
  ...extension('severity', { severitytext: 'String', severitynumber: 'Integer' }),
  ...extension('verifiability', { dssematerial: 'Binary' }),
};

/** All attributes of which something is known: those of the core and of the documented extensions. */
export const attributeFacts: Readonly<Record<string, AttributeFact>> = { ...coreAttributes, ...extensionAttributes };

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
