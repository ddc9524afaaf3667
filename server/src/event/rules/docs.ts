/** The manual of every rule about events, in the order of docs/rules.md. For tests and documentation; not in the bundles. */
import { docs as batchDuplicate } from './batch-duplicate.ts';
import { docs as batchSpecversion } from './batch-specversion.ts';
import { docs as notAnEvent } from './not-an-event.ts';
import { docs as duplicateMember } from './duplicate-member.ts';
import { docs as required } from './required.ts';
import { docs as nonEmpty } from './non-empty.ts';
import { docs as specversion } from './specversion.ts';
import { docs as headerNames } from './header-names.ts';
import { docs as nameCharacters } from './name-characters.ts';
import { docs as nameLength } from './name-length.ts';
import { docs as nearMiss } from './near-miss.ts';
import { docs as legacyAttribute } from './legacy-attribute.ts';
import { docs as attributeType } from './attribute-type.ts';
import { docs as integer } from './integer.ts';
import { docs as stringCharacters } from './string-characters.ts';
import { docs as uriReference } from './uri-reference.ts';
import { docs as uri } from './uri.ts';
import { docs as timestamp } from './timestamp.ts';
import { docs as mediaType } from './media-type.ts';
import { docs as dataExclusive } from './data-exclusive.ts';
import { docs as base64 } from './base64.ts';
import { docs as dataNotString } from './data-not-string.ts';
import { docs as dataDoubleEncoded } from './data-double-encoded.ts';
import { docs as dataBinaryMedia } from './data-binary-media.ts';
import { docs as extensionRequires } from './extension-requires.ts';
import { docs as extensionValue } from './extension-value.ts';
import { docs as timeOrder } from './time-order.ts';
import { docs as nameFirstLetter } from './name-first-letter.ts';
import { docs as sourceAbsolute } from './source-absolute.ts';
import { docs as typeReverseDns } from './type-reverse-dns.ts';
import { docs as base64Content } from './base64-content.ts';
import { docs as dataXml } from './data-xml.ts';
import { docs as duplicateDataName } from './duplicate-data-name.ts';
import { docs as size } from './size.ts';
import { docs as reservedHeader } from './reserved-header.ts';
import { docs as percentEncoding } from './percent-encoding.ts';
import { docs as httpMismatch } from './http-mismatch.ts';
import { docs as envelope } from './envelope.ts';
import type { RuleDocs } from '../../rules/rule.ts';

export const eventRuleDocs: readonly RuleDocs[] = [
  duplicateMember,
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
  sourceAbsolute,
  typeReverseDns,
  uri,
  timestamp,
  mediaType,
  dataExclusive,
  base64,
  base64Content,
  dataNotString,
  dataDoubleEncoded,
  dataBinaryMedia,
  dataXml,
  duplicateDataName,
  size,
  extensionRequires,
  extensionValue,
  timeOrder,
  reservedHeader,
  percentEncoding,
  httpMismatch,
  notAnEvent,
  envelope,
  batchSpecversion,
  batchDuplicate,
];
