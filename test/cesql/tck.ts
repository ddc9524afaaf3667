/** The official cases of CESQL as data; none where they are not here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Attributes } from '../../server/src/cesql/evaluate.ts';
import type { Value } from '../../server/src/cesql/tree.ts';

const folder = join(import.meta.dirname, '../../../shared/spec/cloudevents/cesql-tck');
export const tckMissing = existsSync(folder) ? undefined : 'they are not here (../shared/spec)';

type Event = Readonly<Record<string, Value>>;

interface Case {
  readonly file: string;
  readonly name: string;
  readonly expression: string;
  readonly event: Event;
  readonly result: Value;
  readonly error?: string;
}

interface Written extends Omit<Case, 'file' | 'expression'> {
  readonly expression: Value;
  readonly eventOverrides?: Event;
}

const anyEvent: Event = { specversion: '1.0', id: 'myId', source: 'http://localhost/source', type: 'myType' };

/** As they are written; `expression: TRUE` is a text, too. */
export const tckCases = (): readonly Case[] =>
  tckMissing
    ? []
    : readdirSync(folder).flatMap((file) => {
        const text = readFileSync(join(folder, file), 'utf8');
        const { tests } = parse(text) as { readonly tests: readonly Written[] };
        const written = parse(text, { schema: 'failsafe' }) as { readonly tests: readonly { readonly expression: string }[] };
        return tests.map(({ event = anyEvent, eventOverrides, ...each }, index) => ({
          ...each,
          file,
          expression: written.tests[index]!.expression,
          event: { ...event, ...eventOverrides },
        }));
      });

export const attributesOf = (event: Event): Attributes => new Map(Object.entries(event));
