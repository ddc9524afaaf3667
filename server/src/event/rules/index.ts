import type { Rule } from '../../rules/rule.ts';
import type { EventDocument } from '../document.ts';
import type { CloudEvent } from '../model.ts';
import { attributeType } from './attribute-type.ts';
import { base64 } from './base64.ts';
import { batchDuplicate } from './batch-duplicate.ts';
import { batchSpecversion } from './batch-specversion.ts';
import { dataBinaryMedia } from './data-binary-media.ts';
import { dataDoubleEncoded } from './data-double-encoded.ts';
import { dataExclusive } from './data-exclusive.ts';
import { dataNotString } from './data-not-string.ts';
import { duplicateMember } from './duplicate-member.ts';
import { envelopeOf } from '../envelopes.ts';
import { envelope } from './envelope.ts';
import { extensionRequires } from './extension-requires.ts';
import { extensionValue } from './extension-value.ts';
import { headerNames } from './header-names.ts';
import { integer } from './integer.ts';
import { legacyAttribute } from './legacy-attribute.ts';
import { mediaType } from './media-type.ts';
import { nameCharacters } from './name-characters.ts';
import { nameLength } from './name-length.ts';
import { nearMiss } from './near-miss.ts';
import { nonEmpty } from './non-empty.ts';
import { notAnEvent } from './not-an-event.ts';
import { required } from './required.ts';
import { nameFirstLetter } from './name-first-letter.ts';
import { sourceAbsolute } from './source-absolute.ts';
import { typeReverseDns } from './type-reverse-dns.ts';
import { base64Content } from './base64-content.ts';
import { dataXml } from './data-xml.ts';
import { duplicateDataName } from './duplicate-data-name.ts';
import { size } from './size.ts';
import { reservedHeader } from './reserved-header.ts';
import { percentEncoding } from './percent-encoding.ts';
import { httpMismatch } from './http-mismatch.ts';
import type { EventRule } from './rule.ts';
import { specversion } from './specversion.ts';
import { stringCharacters } from './string-characters.ts';
import { timeOrder } from './time-order.ts';
import { timestamp } from './timestamp.ts';
import { uriReference } from './uri-reference.ts';
import { uri } from './uri.ts';

/** About the attributes of an event, however it is written. */
const attributeRules: readonly EventRule[] = [
  required,
  nonEmpty,
  specversion,
  headerNames,
  nameCharacters,
  nameLength,
  nameFirstLetter,
  nearMiss,
  legacyAttribute,
  attributeType,
  integer,
  stringCharacters,
  uriReference,
  uri,
  timestamp,
  mediaType,
  sourceAbsolute,
  typeReverseDns,
  extensionRequires,
  extensionValue,
  timeOrder,
];

/** About an event as it goes over the wire: its data is written out. */
const wireRules: readonly EventRule[] = [duplicateMember, duplicateDataName, dataXml, size];

/** About the members of the JSON format. */
const jsonRules: readonly EventRule[] = [envelope, dataExclusive, base64, base64Content, dataNotString, dataDoubleEncoded, dataBinaryMedia];

/** About headers that carry an event. */
const headerRules: readonly EventRule[] = [reservedHeader, percentEncoding];

/** The rules by the way in which an event is written. A workflow's schema says what is written twice, and its data is no JSON yet. */
const rulesOf: Readonly<Record<CloudEvent['format'], readonly EventRule[]>> = {
  json: [...attributeRules, ...wireRules, ...jsonRules],
  http: [...attributeRules, ...wireRules, ...headerRules],
  emit: attributeRules,
  filter: [],
};

/** The only ones that make sense whatever version of CloudEvents an event follows. */
const ofAnyVersion: ReadonlySet<EventRule> = new Set([duplicateMember, specversion]);

/** The rules that apply to an event. */
export function rulesFor(event: CloudEvent): readonly EventRule[] {
  const { format, foreign } = event;
  if (format === 'json' && envelopeOf(event)) return [envelope];
  const rules = rulesOf[format];
  return foreign ? rules.filter((rule) => ofAnyVersion.has(rule)) : rules;
}

const documentRules: readonly Rule<EventDocument>[] = [notAnEvent, batchSpecversion, batchDuplicate, httpMismatch];

/** Rules about a whole document: what it is, and how the events of a batch go together. */
export const rulesForDocuments = (): readonly Rule<EventDocument>[] => documentRules;

/** Every rule about events, for tests. */
export const allEventRules = (): readonly (Rule<EventDocument> | EventRule)[] => [
  ...attributeRules,
  ...wireRules,
  ...jsonRules,
  ...headerRules,
  ...documentRules,
];
