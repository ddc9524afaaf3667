/** Classes of single mistakes, by what is planted: each plants one in a place of a workflow and says what must be said about it, and where. */
import { entries } from './planted/entries.ts';
import { keys } from './planted/keys.ts';
import type { Plant } from './planted/plant.ts';
import { signs } from './planted/signs.ts';
import { values } from './planted/values.ts';

export const classes: Readonly<Record<string, Plant>> = { ...keys, ...values, ...entries, ...signs };
