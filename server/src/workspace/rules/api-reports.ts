/** What is wrong with a call by what its document says. Loaded once there is a document. */
import type { ApiParameter } from '../../apis/document.ts';
import { selfContained } from '../../apis/definitions.ts';
import { kindFor, kindPhrase, nameIn, nameMeant, namesIn, nounOf, writtenLike } from '../../apis/find.ts';
import { fileNameOf } from '../../config/names.ts';
import { dataReports } from '../../data/reports.ts';
import { nearest, sameWords } from '../../rules/nearest.ts';
import type { RuleReport } from '../../rules/rule.ts';
import { addPairs, fillPair, renameKey } from '../../syntax/edit.ts';
import { type Edit, type Pair, pairOf, resolve, type ScalarNode, type Tree } from '../../syntax/node.ts';
import { type ApiCall, givenKey } from '../../workflow/api-call.ts';
import { changeTo, didYouMean, itOrThem, quoted } from '../../workflow/rules/rule.ts';
import { addressFrom } from '../address.ts';
import { apiOf, operationOf, receiverOf, serviceOf } from '../api-call.ts';
import type { DocumentFacts, MissingDocument } from '../workspace.ts';
import type { DocumentedCall } from './api-calls.ts';

/** A document that is nowhere, cannot be read, or is of another kind. */
export function documentReports(call: DocumentedCall, facts: DocumentFacts, base: string): readonly RuleReport[] {
  const at = call.document;
  const file = fileNameOf(facts.uri);
  if ('failure' in facts) return [{ at, message: `"${file}" ${facts.failure}` }];
  if ('schema' in facts) return [{ at, message: `"${file}" describes no service: it is neither OpenAPI nor AsyncAPI.` }];
  if ('api' in facts) {
    const wanted = kindFor(call.api);
    if (facts.api.kind === wanted) return facts.api.flaw === undefined ? [] : [{ at, message: `"${file}" ${facts.api.flaw}` }];
    return [{ at, message: `"${file}" is ${kindPhrase(facts.api.kind)}; "call: ${call.api}" needs ${kindPhrase(wanted)}.` }];
  }
  return missingReports(at, facts, base);
}

/** A document that is nowhere. */
function missingReports(at: ScalarNode, { uri, near }: MissingDocument, base: string): readonly RuleReport[] {
  const file = fileNameOf(uri);
  if (near === undefined)
    return [{ at, severity: 'hint', message: `No file "${file}" is here. It has to be there when the workflow runs.` }];
  const instead = addressFrom(base, near);
  return [{ at, message: `No file "${file}" is here.${didYouMean(instead)}`, fixes: (tree) => [changeTo(tree, at, instead)] }];
}

/** A schema that is nowhere, or cannot be read. What describes a service may hold one. */
export function schemaReports(at: ScalarNode, facts: DocumentFacts, base: string): readonly RuleReport[] {
  const file = fileNameOf(facts.uri);
  if ('failure' in facts) return [{ at, message: `"${file}" ${facts.failure}` }];
  if ('schema' in facts) {
    const { plain, flaw } = facts.schema;
    // Where nothing is written yet, somebody may be about to.
    const isOther = plain !== null && typeof plain !== 'boolean' && (typeof plain !== 'object' || Array.isArray(plain));
    const message = flaw ?? (isOther ? 'is no JSON Schema: write a mapping, as in "type: object".' : undefined);
    return message === undefined ? [] : [{ at, message: `"${file}" ${message}` }];
  }
  return 'isMissing' in facts ? missingReports(at, facts, base) : [];
}

/** Names that the document does not have. Of a service that it does not have, no method is looked for. */
export function nameReports(call: DocumentedCall, facts: DocumentFacts): readonly RuleReport[] {
  const api = apiOf(call, facts);
  if (!api) return [];
  const service = serviceOf(call);
  const isService = service === undefined || nameIn(api, 'services', service) !== undefined;
  return call.names.flatMap(({ of, name: written, at }): RuleReport[] => {
    // The methods of a service stand in it, whatever else is elsewhere.
    const isKnown = api.isWhole || (of === 'operations' && service !== undefined);
    const name = nameMeant(api, of, written);
    if (!isKnown || name === undefined || nameIn(api, of, written, service) || (of === 'operations' && !isService)) return [];
    const there = namesIn(api, of, service).map((each) => each.name);
    const instead = nearest(name, there) ?? sameWords(name, there);
    const found = instead === undefined ? undefined : nameIn(api, of, instead, service);
    const holder = of === 'operations' && service !== undefined ? service : fileNameOf(facts.uri);
    return [
      {
        at,
        message: `"${holder}" has no ${nounOf(api.kind, of)} "${name}".${didYouMean(instead) || has(there)}`,
        related: found && [{ message: `"${found.name}" is here.`, uri: facts.uri, place: found.place }],
        fixes: instead === undefined ? undefined : (tree) => [changeTo(tree, at, writtenLike(written, instead))],
      },
    ];
  });
}

const has = (there: readonly string[]): string => (there.length === 0 ? '' : ` It has ${quoted(there)}.`);

/** Nobody tells the names of headers apart by their case. */
const isGiven = ({ name, also, in: where, isSpread }: ApiParameter, key: string): boolean =>
  key === name ||
  key === also ||
  (where === 'header' && key.toLowerCase() === name.toLowerCase()) ||
  (isSpread === true && key.startsWith(`${name}[`));

/** Values that the operation needs and the call does not give, and those that it does not take. */
export function parameterReports(call: DocumentedCall, facts: DocumentFacts): readonly RuleReport[] {
  const api = apiOf(call, facts);
  const operation = api && operationOf(call, api);
  const key = givenKey(call.api);
  const { given } = call;
  if (!operation || !given || key === undefined) return [];
  const { parameters, isOpen, name } = operation;
  const free = parameters.filter((each) => !given.some((pair) => isGiven(each, pair.key.text)));
  const noun = api.kind === 'proto' ? 'field' : 'parameter';
  const related = [{ message: `"${name}" is here.`, uri: facts.uri, place: operation.place }];
  const unknown = given.flatMap((pair) => {
    const written = pair.key.text;
    if (parameters.some((each) => isGiven(each, written))) return [];
    const instead = nearest(
      written,
      free.map((each) => each.name),
    );
    return isOpen && instead === undefined ? [] : [{ pair, instead }];
  });
  const meant = new Set(unknown.map(({ instead }) => instead));
  const missing = free.filter((each) => each.required && !each.isSpread && !meant.has(each.name)).map((each) => each.name);
  const takes = parameters.length === 0 ? ' It takes none.' : ` It takes ${quoted(parameters.map((each) => each.name))}.`;
  return [
    ...unknown.map(({ pair, instead }): RuleReport => ({
      at: pair.key,
      message: `"${name}" has no ${noun} "${pair.key.text}".${didYouMean(instead) || takes}`,
      related,
      fixes:
        instead === undefined
          ? undefined
          : (tree) => [{ title: `Change to "${instead}"`, edits: renameKey(tree, pair, instead), preferred: true }],
    })),
    ...(missing.length > 0
      ? [
          {
            at: call.names.find(({ of }) => of === 'operations')!.at,
            message: `"${name}" needs ${quoted(missing)}. Write ${itOrThem(missing)} under "${key}".`,
            related,
            fixes: (tree: Tree) => [
              { title: `Add ${quoted(missing)}`, edits: add(tree, call, key, missing), preferred: true, standIn: true },
            ],
          },
        ]
      : []),
  ];
}

/** What is sent as a whole, or inside of a value, and is not what the document describes. */
export function messageReports(call: DocumentedCall, facts: DocumentFacts): readonly RuleReport[] {
  const api = apiOf(call, facts);
  const receiver = api && api.flaw === undefined ? receiverOf(call, api) : undefined;
  const schema = receiver?.message === undefined ? undefined : selfContained(receiver.message, api!.definitions);
  if (!receiver || schema === undefined || resolve(call.data?.value)?.kind !== 'map') return [];
  const related = [{ message: `"${receiver.name}" is here.`, uri: facts.uri, place: receiver.place }];
  // Of what stands at the top, names are looked at above.
  const told = { required: operationOf(call, api!)?.parameters.map(({ name }) => name) ?? [], closed: call.given !== undefined };
  return dataReports(call.data!, { name: receiver.name, schema, told, related: () => related });
}

/** Values for names, taken from the input until somebody says otherwise. */
function add(tree: Tree, { body }: ApiCall, key: string, names: readonly string[]): Edit[] {
  const values = names.map((name) => [name, /^[A-Za-z_]\w*$/.test(name) ? `\${ .${name} }` : `\${ .${JSON.stringify(name)} }`] as const);
  const pair: Pair | undefined = pairOf(body, key);
  const map = resolve(pair?.value);
  if (map?.kind === 'map' && (map.pairs.length > 0 || map.flow)) return addPairs(tree, map, values);
  const all = Object.fromEntries(values);
  return pair ? fillPair(tree, pair, all) : addPairs(tree, body, [[key, all]]);
}
