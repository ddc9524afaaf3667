/** What makes the fixes of schema findings, to be loaded when one is asked for. */
export { nameByKey, nameItem, ownTask, splitItem } from './items.ts';
export { insertChoice, insertMissing, insertOneOf, insertStep, keepOne, removeAll, removePair, renameKey, swapKeys } from './keys.ts';
export { listAsMap, listAsPairs, listUnder, namesAsList, spaceAfterDashes, withoutDash, withoutFirstDash, wrapAsList } from './lists.ts';
export { indentInto, insertHolder, indentUnder, moveAcross, moveBeside, moveElementBeside, moveInto, moveOut } from './move.ts';
export { argumentsOfKind, kindOfMapping } from './kind.ts';
export { intoList, kindAsKey, putInto, valueOfKind } from './way.ts';
export { wrapStep } from './wrap.ts';
export {
  addColon,
  changeText,
  changeToFilled,
  changeValue,
  declare,
  fillIn,
  giveBody,
  quoteText,
  quoteWhole,
  spaceAfterColon,
  unwrap,
  wrapInMap,
} from './value.ts';
