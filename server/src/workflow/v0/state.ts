/** A state of DSL 0.x → what it says, kept per mapping while its text does not change. */
import type { Schema } from '../../schema/schema.ts';
import { elementsOf, pairOf, resolve, stringOf, valueOf, type MapNode, type Node } from '../../syntax/node.ts';
import { factsOf } from '../facts.ts';
import type { FlowSyntax, FlowTarget, SwitchCase, TaskSyntax } from '../model.ts';
import { notes } from '../../syntax/notes.ts';
import { legacySchema } from './schema.ts';

const stateSchema: Schema = legacySchema.properties!['states']!.items!;
const nothingApart: ReadonlySet<Node> = new Set();

const kept = notes<MapNode, readonly TaskSyntax[]>();

/** The state that an element of `states` is; none for anything but a mapping. */
export function statesOf(element: Node): readonly TaskSyntax[] {
  if (element.kind !== 'map') return [];
  const known = kept.get(element);
  if (known) return known;
  const states = [read(element)];
  kept.set(element, states);
  return states;
}

/** What only computes. Others call something, or wait: how long that takes is not known. */
const busy: ReadonlySet<string> = new Set(['inject', 'switch']);

function read(body: MapNode): TaskSyntax {
  const named = pairOf(body, 'name');
  const kind = stringOf(valueOf(body, 'type'));
  return {
    name: stringOf(named?.value) ?? '',
    nameAt: named?.value ?? named?.key ?? { fragment: body.fragment, start: body.start, end: body.start },
    at: body,
    kind,
    body,
    flows: flowsOf(body),
    mayPause: !busy.has(kind ?? '') || pairOf(body, 'eventConditions') !== undefined,
    lists: [],
    facts: factsOf(body, stateSchema, nothingApart),
  };
}

/** The ways on from a state: its cases or its transition, the errors it handles, the state that undoes it. */
function flowsOf(body: MapNode): FlowSyntax[] {
  const cases = casesOf(body);
  const flows: FlowSyntax[] = cases.length > 0 ? cases : [{ kind: 'next', target: onward(body) }];
  for (const handler of elementsOf(valueOf(body, 'onErrors'))) {
    const target = onward(handler);
    if (target) flows.push({ kind: 'error', target });
  }
  const undo = nameAt(body, 'compensatedBy');
  return undo ? [...flows, { kind: 'compensate', target: undo }] : flows;
}

/** Conditions on data, then on events, then the default (specification 0.8: Switch State). */
function casesOf(body: MapNode): FlowSyntax[] {
  const conditions = [...elementsOf(valueOf(body, 'dataConditions')), ...elementsOf(valueOf(body, 'eventConditions'))];
  const flows = conditions
    .filter((each) => each.kind === 'map')
    .map((each): FlowSyntax => ({ kind: 'case', target: onward(each), case: caseOf(each) }));
  const pair = pairOf(body, 'defaultCondition');
  if (!pair) return flows;
  return [...flows, { kind: 'case', target: onward(pair.value), case: { name: 'default', at: pair.key } }];
}

function caseOf(condition: MapNode): SwitchCase {
  const named = pairOf(condition, 'name')?.value;
  const when = valueOf(condition, 'condition') ?? valueOf(condition, 'eventRef');
  return { name: stringOf(named) ?? stringOf(when) ?? '', at: named ?? condition, condition: when ?? condition };
}

/** Where `transition` leads (0.9: inside `then`), or the end; undefined where neither is said. */
export function onward(given: Node | undefined): FlowTarget | undefined {
  const holder = valueOf(given, 'then') ?? given;
  const next = nameAt(holder, 'transition') ?? nameAt(valueOf(holder, 'transition'), 'nextState');
  if (next) return next;
  const end = pairOf(holder, 'end');
  const value = resolve(end?.value);
  const said = value?.kind === 'map' || (value?.kind === 'scalar' && value.value === true);
  return end && said ? { to: 'end', at: end.key, directive: 'end', key: 'end' } : undefined;
}

/** The state that the text under a key names; undefined where there is none. */
export function nameAt(holder: Node | undefined, key: string): FlowTarget | undefined {
  const at = valueOf(holder, key);
  const to = stringOf(at);
  return at && to ? { to, at, key } : undefined;
}
