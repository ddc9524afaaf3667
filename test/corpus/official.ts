/** The official schemas and examples, as data to agree with. They stand beside the project (../shared/spec) or not at all. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const spec = join(import.meta.dirname, '../../../shared/spec');
export const absent = existsSync(spec) ? undefined : 'the official schemas are not here (../shared/spec)';

const editions = [
  '1.0.0/workflow.yaml',
  '1.0.1/workflow.yaml',
  '1.0.2/workflow.yaml',
  '1.0.3/workflow.2026-01.yaml',
  '1.0.3/workflow.2026-07.yaml',
];

/** The official schemas as they are written, one an edition. */
export const officialEditions = (): readonly unknown[] =>
  editions.map((file) => parse(readFileSync(join(spec, 'schemas', file), 'utf8')) as unknown);

export type Verdict = (data: unknown) => boolean;

/**
 * One function per edition. Formats are only annotations in these schemas, except where a `oneOf` tells a literal from an expression
 * by them; those two are asserted.
 */
export function officialVerdicts(): readonly Verdict[] {
  return officialEditions().map((schema) => {
    const ajv = new Ajv2020({ strict: false, logger: false, formats: { 'uri-template': true, 'uri-reference': true, uri: true } });
    addFormats.default(ajv, { formats: ['date-time', 'json-pointer'] });
    return ajv.compile(schema as object) as Verdict;
  });
}

/** The same schemas read by a second implementation, to be sure that a verdict is the schema's and not the reader's. */
export const secondOpinions = (): Promise<readonly Verdict[]> =>
  Promise.all(
    editions.map(async (file, index) => {
      const { $id: _, ...schema } = parse(readFileSync(join(spec, 'schemas', file), 'utf8')) as Record<string, never>;
      const id = `https://heddle.test/edition/${index}`;
      registerSchema(schema, id, 'https://json-schema.org/draft/2020-12/schema');
      const check = await validate(id);
      return (data: unknown) => check(data as Parameters<typeof check>[0]).valid;
    }),
  );

export interface Example {
  readonly name: string;
  readonly text: string;
}

const textsIn = (folder: string): Example[] =>
  readdirSync(folder)
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

export const officialExamples = (): readonly Example[] => textsIn(join(spec, 'examples/1.0'));

/** Workflows as people and chatbots write them, every feature at least once. */
export const ownWorkflows = (): readonly Example[] => textsIn(join(import.meta.dirname, 'valid'));
