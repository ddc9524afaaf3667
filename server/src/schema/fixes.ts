/** Fixes of schema findings. What makes one is called, and with that loaded, when somebody asks for it. */
import type { Fixes } from './fixes/fix.ts';
import * as make from './fixes/make.ts';

export type { Fixes } from './fixes/fix.ts';

const later =
  <Given extends unknown[]>(fixes: (...given: Given) => Fixes) =>
  (...given: Given): Fixes =>
  (tree) =>
    fixes(...given)(tree);

export const addColon = later(make.addColon);
export const argumentsOfKind = later(make.argumentsOfKind);
export const changeText = later(make.changeText);
export const changeToFilled = later(make.changeToFilled);
export const changeValue = later(make.changeValue);
export const declare = later(make.declare);
export const fillIn = later(make.fillIn);
export const giveBody = later(make.giveBody);
export const indentInto = later(make.indentInto);
export const indentUnder = later(make.indentUnder);
export const insertChoice = later(make.insertChoice);
export const insertHolder = later(make.insertHolder);
export const insertMissing = later(make.insertMissing);
export const insertOneOf = later(make.insertOneOf);
export const insertStep = later(make.insertStep);
export const intoList = later(make.intoList);
export const keepOne = later(make.keepOne);
export const kindAsKey = later(make.kindAsKey);
export const kindOfMapping = later(make.kindOfMapping);
export const listAsMap = later(make.listAsMap);
export const listAsPairs = later(make.listAsPairs);
export const listUnder = later(make.listUnder);
export const moveAcross = later(make.moveAcross);
export const moveBeside = later(make.moveBeside);
export const moveElementBeside = later(make.moveElementBeside);
export const moveInto = later(make.moveInto);
export const moveOut = later(make.moveOut);
export const nameByKey = later(make.nameByKey);
export const nameItem = later(make.nameItem);
export const namesAsList = later(make.namesAsList);
export const withoutDash = later(make.withoutDash);
export const withoutFirstDash = later(make.withoutFirstDash);
export const ownTask = later(make.ownTask);
export const putInto = later(make.putInto);
export const quoteText = later(make.quoteText);
export const quoteWhole = later(make.quoteWhole);
export const removeAll = later(make.removeAll);
export const removePair = later(make.removePair);
export const renameKey = later(make.renameKey);
export const splitItem = later(make.splitItem);
export const swapKeys = later(make.swapKeys);
export const unwrap = later(make.unwrap);
export const valueOfKind = later(make.valueOfKind);
export const wrapAsList = later(make.wrapAsList);
export const wrapInMap = later(make.wrapInMap);
export const wrapStep = later(make.wrapStep);
export const spaceAfterColon = later(make.spaceAfterColon);
export const spaceAfterDashes = later(make.spaceAfterDashes);
