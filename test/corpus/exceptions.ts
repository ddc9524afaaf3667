/**
 * Where our verdict is meant to differ from "any official edition accepts it", each class with its reason. Everything else that differs is a
 * mistake of ours.
 */
import type { Said } from './ours.ts';
import { at, paths, type Json, type Path } from './mutate.ts';

type Record_ = { [key: string]: Json };
const isMap = (value: Json | undefined): value is Record_ => typeof value === 'object' && value !== null && !Array.isArray(value);
const ends = (path: Path, ...keys: string[]): boolean => keys.every((key, index) => path[path.length - keys.length + index] === key);
const has = (path: Path, ...keys: string[]): boolean => path.some((_, start) => keys.every((key, index) => path[start + index] === key));

/** We refuse what some official edition accepts. `covers` says whether an error belongs to this class. */
export const stricter: readonly { readonly name: string; readonly why: string; readonly covers: (said: Said) => boolean }[] = [
  {
    name: 'emit.event needs with',
    why: 'An event without attributes cannot be published: it has no type. The official schema forgets to ask for it.',
    covers: ({ path, code }) =>
      (ends(path, 'emit', 'event') || has(path.slice(0, -1), 'emit', 'event')) && /missing|unknown|misplaced/.test(code),
  },
  {
    name: 'members of an error filter are text',
    why: 'Editions differ in which members they know (title; details, later detail) and leave the type of the others open.',
    covers: ({ path }) => has(path, 'errors', 'with') && ['title', 'detail', 'details'].includes(String(path.at(-1))),
  },
  {
    name: 'one of several is needed',
    why: 'The reference asks for one way to start a schedule, and for the card or the server of an agent; the schema cannot say so.',
    covers: ({ path, code }) => code === 'schema/missing-property' && (ends(path, 'schedule') || ends(path, 'with')),
  },
  {
    name: 'a client has an id',
    why: 'The reference asks for the id of a client unless it proves nothing, and for an assertion where it signs one.',
    covers: ({ path, code }) => code === 'schema/missing-property' && has(path, 'client'),
  },
  {
    name: 'amounts are not negative',
    why: 'No wait is shorter than none, and what is tried or taken is tried or taken once at least; the schema takes any integer.',
    covers: ({ code }) => code === 'schema/range',
  },
  {
    name: 'addresses are URIs',
    why: 'The official schema takes any text for a URI reference, and up to January 2026 anything could follow "scheme://"; no client can call such an address.',
    covers: ({ code, message }) => code === 'schema/format' && /URI|address|An expression is the whole value/.test(message),
  },
];

/**
 * What older editions accept without knowing it: they take no part in the verdict on a document that has it. `from` counts the editions
 * in the order of official.ts.
 */
export const unknownBefore: readonly {
  readonly name: string;
  readonly why: string;
  readonly from: number;
  readonly uses: (data: Json) => boolean;
}[] = [
  {
    name: 'mcp and a2a are what they are since 1.0.2',
    why: 'To 1.0.0 and 1.0.1 these were names of functions like any other, with arguments of any form.',
    from: 2,
    uses: (data) => paths(data).some((path) => path.at(-1) === 'call' && ['mcp', 'a2a'].includes(String(at(data, path)))),
  },
  {
    name: 'evaluate has a form',
    why: 'Editions before July 2026 leave the root open and so accept anything under "evaluate", which none of them knows.',
    from: 4,
    uses: (data) => isMap(data) && 'evaluate' in data,
  },
];

/**
 * We accept what no official edition accepts as a whole. `rewrite` takes the difference out of a value of the corpus; when that makes an
 * official edition accept it, the class explains the verdict.
 */
export const looser: readonly { readonly name: string; readonly why: string; readonly rewrite: (value: Json, path: Path) => Json }[] = [
  {
    name: 'forms of several editions in one file: arguments',
    why: 'A mapping of arguments (to 1.0.2) beside something newer. Each is right by itself, and what is newer than declared gets a warning.',
    rewrite: (value, path) => (isMap(value) && (ends(path, 'script', 'arguments') || ends(path, 'shell', 'arguments')) ? ['x'] : value),
  },
  {
    name: 'forms of several editions in one file: headers and queries',
    why: 'Numbers and lists in headers and queries (1.0.0) beside something newer.',
    rewrite: (value, path) =>
      isMap(value) && (ends(path, 'with', 'query') || ends(path, 'with', 'headers'))
        ? Object.fromEntries(Object.keys(value).map((key) => [key, 'x']))
        : value,
  },
  {
    name: 'forms of several editions in one file: OAuth2',
    why: 'OAuth2 without authority or grant (to January 2026) beside something newer.',
    rewrite: (value, path) =>
      isMap(value) && (path.at(-1) === 'oauth2' || path.at(-1) === 'oidc') && !('use' in value)
        ? { authority: 'https://a.example', grant: 'password', ...value }
        : value,
  },
  {
    name: 'forms of several editions in one file: members of an error filter',
    why: '"details" (to January 2026) beside something newer; the others leave it open.',
    rewrite: (value, path) => (isMap(value) && ends(path, 'errors', 'with') ? { ...value, details: 'x' } : value),
  },
  {
    name: 'expressions over several lines',
    why: 'The official pattern stops at a line break, but runtimes read jq over as many lines as it has.',
    rewrite: (value) => (typeof value === 'string' && /^\s*\$\{[^]*\}\s*$/.test(value) ? value.replace(/\s+/g, ' ') : value),
  },
  {
    name: 'filters may hold regular expressions',
    why: 'The reference allows a regular expression as the value of any attribute of a filter; the official schema wants URIs and times.',
    rewrite: (value, path) =>
      isMap(value) && (ends(path, 'one', 'with') || typeof path.at(-2) === 'number') && path.at(-1) === 'with'
        ? Object.fromEntries(
            Object.entries(value)
              .map(([key, each]) => [key, typeof each === 'string' ? 'x' : each])
              .filter(([key]) => key !== 'time'),
          )
        : value,
  },
];

/** A value with every looser form put in the words of the newest edition. */
export const rewritten = (value: Json, path: Path = []): Json => {
  const here = looser.reduce((old, { rewrite }) => rewrite(old, path), value);
  if (Array.isArray(here)) return here.map((each, index) => rewritten(each, [...path, index]));
  return isMap(here) ? Object.fromEntries(Object.entries(here).map(([key, each]) => [key, rewritten(each, [...path, key])])) : here;
};
