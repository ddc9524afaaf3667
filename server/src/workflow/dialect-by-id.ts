/** Every dialect, by the id of its row in the table of keys. */
import type { DialectId } from '../dialects.ts';
import type { Dialect } from './model.ts';
import { v0 } from './v0/dialect.ts';
import { v1 } from './v1/dialect.ts';

export const dialectById: Readonly<Record<DialectId, Dialect>> = { v1, v0 };
