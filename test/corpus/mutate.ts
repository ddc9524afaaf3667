/** Single mistakes planted in workflows, the same ones in every run. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Path = readonly (string | number)[];

export interface Mutant {
  /** The kind of mistake. */
  readonly kind: string;
  readonly at: Path;
  readonly data: Json;
}

/** A small generator of numbers (mulberry32): good enough to choose, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const isMap = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place in a value, the root first. */
export function paths(value: Json, here: Path = []): Path[] {
  if (Array.isArray(value)) return [here, ...value.flatMap((each, index) => paths(each, [...here, index]))];
  return isMap(value) ? [here, ...Object.keys(value).flatMap((key) => paths(value[key]!, [...here, key]))] : [here];
}

export const at = (value: Json, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((node, step) => (node as Record<string, Json> | undefined)?.[step as string], value);

/** A copy with the value at a path replaced; the function gives the new value. */
function replace(value: Json, path: Path, make: (old: Json) => Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return make(value);
  if (Array.isArray(value)) return value.map((each, index) => (index === step ? replace(each, rest, make) : each));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === step ? replace(each, rest, make) : each]));
}

const strange: readonly Json[] = [
  null, true, false, 0, 1, -1, 1.5, '', ' ', 'x', 'a b', '${ . }', '${.a}', '$.a', '.a', 'PT5S', 'P1H', '1.0', '1.0.0', '/a/b', 'https://example.com/{id}',
  'https://example.com/a b', 'all', 'always', 'eventually', 'http', 'mcp', '2026-11-23T15:00:00Z', [], {}, ['x'], [1], [{}], [{ a: 1 }], { a: 1 }, { a: 'x' },
  { use: 'x' }, { seconds: 1 }, { seconds: 'x' }, { type: 'x' }, { a: { set: { x: 1 } } }, [{ a: { set: { x: 1 } } }], [{ a: { set: { x: 1 } }, b: { wait: 'PT1S' } }],
  { with: { type: 'x' } }, { one: { with: { type: 'x' } } }, { any: [], until: '${ true }' }, { endpoint: 'https://example.com' }, { uri: 'https://example.com' },
]; // prettier-ignore

const kinds: Readonly<Record<string, Json>> = {
  call: 'http', do: [{ a: { set: { x: 1 } } }], emit: { event: { with: { type: 'x' } } }, for: { in: '.x' }, fork: { branches: [] },
  listen: { to: { one: { with: { type: 'x' } } } }, raise: { error: 'x' }, run: { shell: { command: 'ls' } }, set: { x: 1 },
  switch: [{ a: { then: 'end' } }], try: [], wait: 'PT1S', catch: {}, foreach: {}, while: '.x', with: {}, then: 'end', if: '.x', else: 'end',
  input: { from: '.' }, output: { as: '.' }, export: { as: '.' }, timeout: { after: 'PT1S' }, metadata: { a: 1 },
}; // prettier-ignore

const typos: readonly ((key: string) => string)[] = [
  (key) => key.slice(0, -1),
  (key) => `${key}s`,
  (key) => key.slice(0, 1) + key.slice(2),
  (key) => key.toUpperCase(),
  (key) => `x-${key}`,
  (key) => key.replace(/(.)(.)/, '$2$1'),
];

type Change = (data: Json, path: Path, pick: <T>(list: readonly T[]) => T, pool: ReadonlyMap<string, readonly Json[]>) => Json | undefined;

const within = (path: Path): { parent: Path; key: string | number } | undefined =>
  path.length === 0 ? undefined : { parent: path.slice(0, -1), key: path.at(-1)! };

const changes: Readonly<Record<string, Change>> = {
  'delete a key': (data, path) => {
    const { parent, key } = within(path) ?? {};
    if (!parent || key === undefined) return undefined;
    return replace(data, parent, (old) =>
      Array.isArray(old)
        ? old.filter((_, index) => index !== key)
        : Object.fromEntries(Object.entries(old as object).filter(([name]) => name !== key)),
    );
  },
  'misspell a key': (data, path, pick) => {
    const { parent, key } = within(path) ?? {};
    if (!parent || typeof key !== 'string') return undefined;
    const wrong = pick(typos)(key);
    return replace(data, parent, (old) =>
      Object.fromEntries(Object.entries(old as object).map(([name, value]) => [name === key ? wrong : name, value])),
    );
  },
  'put something else': (data, path, pick) => replace(data, path, () => pick(strange)),
  'add an unknown key': (data, path, pick) => {
    const old = at(data, path);
    return isMap(old)
      ? replace(data, path, () => ({ ...old, [pick(['extra', 'desciption', 'x', 'thn', 'name2'])]: pick(strange) }))
      : undefined;
  },
  'add a key of tasks': (data, path, pick) => {
    const old = at(data, path);
    const key = pick(Object.keys(kinds));
    return isMap(old) && !(key in old) ? replace(data, path, () => ({ ...old, [key]: kinds[key]! })) : undefined;
  },
  'add a key from elsewhere': (data, path, pick, pool) => {
    const old = at(data, path);
    const key = pick([...pool.keys()]);
    return isMap(old) && !(key in old) ? replace(data, path, () => ({ ...old, [key]: pick(pool.get(key)!) })) : undefined;
  },
  'take the value of a like key': (data, path, pick, pool) => {
    const key = path.at(-1);
    const values = typeof key === 'string' ? pool.get(key) : undefined;
    return values ? replace(data, path, () => pick(values)) : undefined;
  },
  'take the value of another key': (data, path, pick, pool) => replace(data, path, () => pick(pool.get(pick([...pool.keys()]))!)),
  'misspell a value': (data, path, pick) => {
    const old = at(data, path);
    return typeof old === 'string' && old.length > 2 ? replace(data, path, () => pick(typos)(old)) : undefined;
  },
  'quote or unquote': (data, path) => {
    const old = at(data, path);
    if (typeof old === 'number' || typeof old === 'boolean') return replace(data, path, () => String(old));
    return typeof old === 'string' ? replace(data, path, () => (Number.isNaN(Number(old)) ? old.length : Number(old))) : undefined;
  },
  'make a list': (data, path) => replace(data, path, (old) => [old]),
  'unpack a list': (data, path) => {
    const old = at(data, path);
    return Array.isArray(old) && old.length > 0 ? replace(data, path, () => old[0]!) : undefined;
  },
  'join two list items': (data, path) => {
    const old = at(data, path);
    if (!Array.isArray(old) || !old.every(isMap)) return undefined;
    return replace(data, path, () => [Object.assign({}, ...old, { other: { set: { x: 1 } } }) as Json]);
  },
  'repeat an element': (data, path) => {
    const old = at(data, path);
    return Array.isArray(old) ? replace(data, path, () => [...old, ...old]) : undefined;
  },
  'pull out the inside': (data, path, pick) => {
    const old = at(data, path);
    return isMap(old) && Object.keys(old).length > 0 ? replace(data, path, () => pick(Object.values(old))) : undefined;
  },
  'wrap it': (data, path, pick) => replace(data, path, (old) => ({ [pick(['x', 'do', 'with', 'set', 'value', 'task'])]: old })),
  'nest a task': (data, path, pick) => {
    const old = at(data, path);
    if (!isMap(old) || typeof path.at(-1) !== 'string' || !('call' in old || 'set' in old || 'wait' in old)) return undefined;
    const holders: readonly ((task: Json) => Json)[] = [
      (task) => ({ do: [{ inner: task }] }),
      (task) => ({ for: { in: '.x' }, do: [{ inner: task }] }),
      (task) => ({ try: [{ inner: task }], catch: {} }),
      (task) => ({ fork: { branches: [{ inner: task }] } }),
      (task) => ({ try: [{ inner: task }] }),
    ];
    return replace(data, path, pick(holders));
  },
};

export const mutationKinds = Object.keys(changes);

/** `count` mutants of these workflows, one mistake each. */
export function mutants(workflows: readonly Json[], count: number, seed: number): Mutant[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const pool = new Map<string, Json[]>();
  for (const workflow of workflows)
    for (const path of paths(workflow)) {
      const key = path.at(-1);
      const value = at(workflow, path)!;
      if (typeof key === 'string' && JSON.stringify(value).length < 2000) pool.set(key, [...(pool.get(key) ?? []), value]);
    }
  const found: Mutant[] = [];
  while (found.length < count) {
    const workflow = pick(workflows);
    const path = pick(paths(workflow));
    const kind = pick(mutationKinds);
    const data = changes[kind]!(workflow, path, pick, pool);
    if (data !== undefined && data !== null && depth(data) < 30) found.push({ kind, at: path, data });
  }
  return found;
}

const depth = (value: Json): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map((each) => depth(each as Json))) : 0;
