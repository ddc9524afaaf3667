/** What a function of the workflow takes, as the schema of its input says where that is written out. */
import type { Node, Pair } from '../../../syntax/node.ts';
import { type FunctionCall, functionCallsOf } from '../../function-calls.ts';
import type { WorkflowModel } from '../../model.ts';
import { type ArgumentMismatch, compareArguments, type Parameters, parametersOf } from '../../parameters.ts';
import { inputSchemaOf } from '../../query.ts';
import { notes } from '../../../syntax/notes.ts';

/** What is wrong with the arguments of a call. */
export interface Mismatch extends ArgumentMismatch {
  readonly call: FunctionCall;
}

const compared = notes<FunctionCall, { readonly document: Node; readonly mismatch?: Mismatch }>();

const described = notes<WorkflowModel, readonly (readonly [FunctionCall, Node])[]>();

/** The calls of functions that say what they take, each with the schema that does. */
export function describedCalls(model: WorkflowModel): readonly (readonly [FunctionCall, Node])[] {
  const before = described.get(model);
  if (before) return before;
  const documents = new Map(model.symbols.all('function').map(({ name }) => [name, inputSchemaOf(model, name)]));
  const isAny = [...documents.values()].some((document) => document !== undefined);
  const found = (isAny ? functionCallsOf(model) : []).flatMap((call): [FunctionCall, Node][] => {
    const document = documents.get(call.called);
    return document ? [[call, document]] : [];
  });
  described.set(model, found);
  return found;
}

/** The calls whose arguments are written out and are not those that the function takes. */
export function mismatches(model: WorkflowModel): readonly Mismatch[] {
  return describedCalls(model).flatMap(([call, document]) => {
    if (!call.given) return [];
    const known = compared.get(call);
    const mismatch = known?.document === document ? known.mismatch : compare(call, call.given, parametersOf(document));
    compared.set(call, { document, mismatch });
    return mismatch ?? [];
  });
}

function compare(call: FunctionCall, given: readonly Pair[], taken: Parameters | undefined): Mismatch | undefined {
  const found = taken && compareArguments(given, taken);
  return found && { call, ...found };
}
