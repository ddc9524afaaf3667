/** Every dialect, by the id of its row in the table of keys. */
import type { DialectId } from '../dialects.ts';
import type { Dialect } from './model.ts';
import { legacy } from './v0/dialect.ts';
import { v1 } from './v1/dialect.ts';

const dialects: Readonly<Record<DialectId, () => Dialect>> = { v1: () => v1, v0: legacy };

export const dialectById = (id: DialectId): Dialect => dialects[id]();
