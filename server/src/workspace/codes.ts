/** Every code there is: of single documents, and of what files say to each other. */
import { type Codes, documentCodes } from '../config/codes.ts';
import { workspaceRules } from './rules/index.ts';

/** With the level each has when nobody asks for another. */
export const codes: Codes = new Map([...documentCodes, ...workspaceRules.map(({ code, level }) => [code, level] as const)]);
