import { attributeType } from './attribute-type.ts';
import type { Rule } from '../../rules/rule.ts';
import type { EventDocument } from '../document.ts';
import { base64 } from './base64.ts';
import { batchDuplicate } from './batch-duplicate.ts';
import { batchSpecversion } from './batch-specversion.ts';
import { dataBinaryMedia } from './data-binary-media.ts';
import { dataDoubleEncoded } from './data-double-encoded.ts';
import { dataExclusive } from './data-exclusive.ts';
import { dataNotString } from './data-not-string.ts';
import { duplicateMember } from './duplicate-member.ts';
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
import { timestamp } from './timestamp.ts';
import { tracing } from './tracing.ts';
import { uriReference } from './uri-reference.ts';
import { uri } from './uri.ts';

/** Every rule about one event, in the order of docs/rules.md. */
export const eventRules: readonly EventRule[] = [
  duplicateMember,
  required,
  nonEmpty,
  specversion,
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
  dataExclusive,
  base64,
  dataNotString,
  dataDoubleEncoded,
  dataBinaryMedia,
  tracing,
];

/** Rules about a whole document: what it is, and how the events of a batch go together. */
export const documentRules: readonly Rule<EventDocument>[] = [notAnEvent, batchSpecversion, batchDuplicate];
