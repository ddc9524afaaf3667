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
  nearMiss,
  legacyAttribute,
  attributeType,
  integer,
  stringCharacters,
  uriReference,
  uri,
  timestamp,
  mediaType,
  extensionRequires,
  extensionValue,
  timeOrder,
];

/** About the members of the JSON format. */
const jsonRules: readonly EventRule[] = [duplicateMember, dataExclusive, base64, dataNotString, dataDoubleEncoded, dataBinaryMedia];

/** The only ones that make sense whatever version of CloudEvents an event follows. */
const ofAnyVersion: ReadonlySet<EventRule> = new Set([duplicateMember, specversion]);

/** Every rule about one event. */
const eventRules: readonly EventRule[] = [...attributeRules, ...jsonRules];

/** Every rule about events, for tests. */
export const allEventRules = (): readonly (Rule<EventDocument> | EventRule)[] => [...eventRules, ...documentRules];

/** The rules that apply to an event. A workflow's schema says what is written twice, and its data is no JSON yet. */
export function rulesFor({ format, foreign }: CloudEvent): readonly EventRule[] {
  const rules = format === 'json' ? eventRules : attributeRules;
  return foreign ? rules.filter((rule) => ofAnyVersion.has(rule)) : rules;
}

const documentRules: readonly Rule<EventDocument>[] = [notAnEvent, batchSpecversion, batchDuplicate];

/** Rules about a whole document: what it is, and how the events of a batch go together. */
export const rulesForDocuments = (): readonly Rule<EventDocument>[] => documentRules;
