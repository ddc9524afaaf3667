/** What is said of a file in a workspace. */
import { expect } from 'vitest';
import { findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { ranged } from '../support/marked.ts';
import { open, workspaceOf } from './files.ts';

/** Each finding in a line; `«…»` in the source marks where they are. */
export function saidOf(uri: string, source: string, others: Readonly<Record<string, string>>): readonly string[] {
  const { text, ranges } = ranged(source);
  const doc = open(uri, text);
  const found = findings(workspaceOf({ [uri]: text, ...others }), doc);
  expect(found.map((each) => textRange(doc.tree, each.at))).toEqual(ranges);
  return found.map(({ code, severity, message }) => `${code} (${severity}): ${message}`);
}
