/** Fixes of schema findings. */
export type { Fixes } from './fixes/fix.ts';
export { nameByKey, nameItem, ownTask, splitItem, wordFor } from './fixes/items.ts';
export { hasAnchor, insertChoice, insertMissing, insertOneOf, insertStep, removePair, removeTwin, renameKey } from './fixes/keys.ts';
export { listAsMap, listUnder, wrapAsList } from './fixes/lists.ts';
export { indentInto, indentUnder, moveBeside, moveElementBeside, moveInto, moveOut } from './fixes/move.ts';
export { intoList, kindAsKey, putInto, valueOfKind } from './fixes/way.ts';
export { addColon, changeText, changeValue, declare, fillIn, giveBody, quoteText, quoteWhole, unwrap, wrapInMap } from './fixes/value.ts';
