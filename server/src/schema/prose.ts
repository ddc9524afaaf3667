/** The texts of the schemas for people. They are long, and nobody wants them before a hover or a completion: the server loads them then. */
import cloudevent from '../../../schemas/cloudevent.yaml?prose';
import workflow from '../../../schemas/workflow.yaml?prose';
import type { TextName } from './schema.ts';

const texts: Readonly<Record<string, string>> = { ...workflow, ...cloudevent };

/** The text of this name, without the line break that a block of YAML ends with. */
export const textOf = (name: TextName): string => texts[name as unknown as string]!.trimEnd();
