/** Fixes of schema findings. */
export type { Fixes } from './fixes/fix.ts';
export { nameByKey, nameItem, ownTask, splitItem } from './fixes/items.ts';
export { insertChoice, insertMissing, removePair, renameKey } from './fixes/keys.ts';
export { listAsMap, wrapAsList } from './fixes/lists.ts';
export { indentInto, indentUnder, moveInto, moveOut } from './fixes/move.ts';
export { addColon, changeText, changeValue, declare, fillIn, giveBody, quoteText, wrapInMap } from './fixes/value.ts';
