/** Words of DSL 1.0 that rules and readers ask for, as the schema lists them. */
import type { Schema } from '../../schema/schema.ts';
import { workflowSchema } from '../../schema/schemas.ts';
import { discriminatorsOf } from '../../schema/shape.ts';

/** The schema of a task, from which its kinds and keys are known. */
export const taskSchema: Schema = workflowSchema.properties!['do']!.items!.singleKeyMap!.value;

const byKind: Readonly<Record<string, Schema>> = Object.assign({}, ...discriminatorsOf(taskSchema).map(({ keys }) => keys));
const texts = (values: Schema['suggest']): readonly string[] => (values ?? []).map(String);

/** In the order they are offered. */
export const taskKinds: readonly string[] = Object.keys(byKind);

const calls = byKind['call']!.discriminatorValue!.cases;

/** What can be called beside functions: http, openapi … */
export const callKinds: readonly string[] = Object.keys(calls);

/** The usual methods of an HTTP call. */
export const httpMethods: readonly string[] = texts(calls['http']!.properties!['with']!.properties!['method']!.suggest);

const [runs] = discriminatorsOf(byKind['run']!.properties!['run']!);
const script = runs!.keys['script']!.properties!['script']!;

/** The languages of scripts that every runtime knows. */
export const scriptLanguages: readonly string[] = texts(script.properties!['language']!.suggest);

const errors = workflowSchema.properties!['use']!.properties!['errors']!.additionalProperties as Schema;

const errorType = errors.properties!['type']!;

/** The types of errors that the specification defines, whole addresses. */
export const errorTypes: readonly string[] = texts(errorType.suggest);

/** The addresses they stand under, with the slash at the end. */
export const errorBases: readonly string[] = Object.values(errorType.bases!);

/**
 * The last part of the type of a standard error under any of its addresses, those that were in use before 1.0.0 included: "timeout".
 * Undefined for any other text.
 */
export const standardType = (type: string): string | undefined =>
  /\/(?:spec\/\d+\.\d+\.\d+\/errors|dsl\/errors\/types)\/[^/?#]+$/.test(type) && errorHosts.test(type)
    ? type.slice(type.lastIndexOf('/') + 1)
    : undefined;

const errorHosts = new RegExp(`^https?://(?:${errorBases.map((base) => new URL(base).host.replaceAll('.', '\\.')).join('|')})/`);
