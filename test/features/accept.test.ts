/** Accepting an offer where it is offered never makes a key that does not belong there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Code } from '../../server/src/schema/codes.ts';
import { apply, open, service, workspace } from '../support/editor.ts';

const folder = 'test/corpus/valid';
/** Codes of the schema that a suggestion must not bring; none of the syntax may come either. */
const wrong: readonly Code[] = [
  'schema/unknown-property',
  'schema/misplaced',
  'schema/two-kinds',
  'document/duplicate-key',
  'document/newer-than-declared',
];

/** Findings that an offer must not bring. */
const complaints = (text: string, languageId: 'workflow-yaml' | 'workflow-json'): string[] =>
  service
    .diagnose(workspace, open(text, languageId))
    .filter(({ code }) => String(code).startsWith('syntax/') || wrong.some((each) => each === code))
    .map((each) => `${each.code}: ${each.message}`);

describe('accepting on a new line keeps the text readable', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n');
    const languageId = name.endsWith('json') ? 'workflow-json' : 'workflow-yaml';
    if (complaints(text, languageId).length > 0) throw new Error(`${name} is not clean`);
    const bad: string[] = [];
    for (const line of places(text, languageId)) {
      const doc = open(line.text, languageId);
      const items = service.complete(workspace, doc, doc.positionAt(line.offset));
      for (const item of items.filter((_, index) => items.length < 12 || index % 5 === line.offset % 5)) {
        const after = apply(line.text, item, '');
        const found = complaints(after, languageId);
        if (found.length > 0) bad.push(`${item.label} at ${line.offset} of\n${line.text}\n→\n${after}\n${found.join('\n')}`);
      }
    }
    expect(bad.slice(0, 1).join('')).toBe('');
  });
});

/** A new line under every third line, indented like it; in JSON behind every opening bracket. */
function* places(text: string, languageId: string): Generator<{ text: string; offset: number }> {
  const lines = text.split('\n');
  let at = 0;
  for (const [index, line] of lines.entries()) {
    at += line.length + 1;
    if (index % 3 !== 0 || at > text.length) continue;
    if (languageId === 'workflow-json') {
      const bracket = line.search(/[{[]\s*$/);
      if (bracket >= 0) yield { text, offset: at - line.length - 1 + bracket + 1 };
      continue;
    }
    const indent = /^ *(?:- )*/.exec(line)![0].length;
    yield { text: `${text.slice(0, at)}${' '.repeat(indent)}\n${text.slice(at)}`, offset: at + indent };
  }
}
