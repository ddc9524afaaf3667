/** What stands around a document: settings, read from whatever an editor or a config file sends, and what file names say. */
import type { Level } from './rules/finding.ts';
import type { PartKind, Settings } from './protocol.ts';
import { defaultSettings } from './protocol.ts';
import { parse } from './syntax/parse.ts';
import { toValue } from './syntax/value.ts';

const levels: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies Level[];

/** What a settings object should look like and does not, in words. */
export type Complain = (message: string) => void;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a sentence; what is nested is not written out, for aliases make it as long as they like. */
const shown = (value: unknown): string => (typeof value === 'object' && value !== null ? 'A list or mapping' : `"${String(value)}"`);

const readRules = (value: unknown, base: Settings['rules'], complain: Complain): Settings['rules'] => {
  if (value === undefined || value === null) return base;
  if (!isRecord(value)) return (complain('"rules" is a map from a rule to its level.'), base);
  const rules: Record<string, Level> = { ...base };
  for (const [code, level] of Object.entries(value)) {
    if (typeof level === 'string' && levels.includes(level)) rules[code] = level as Level;
    else complain(`${shown(level)} is not a level for "${code}". Use ${levels.slice(0, -1).join(', ')} or off.`);
  }
  return rules;
};

const readGlobs = (value: unknown, name: string, base: readonly string[], complain: Complain): readonly string[] => {
  if (value === undefined || value === null) return base;
  if (Array.isArray(value)) return value.filter((entry): entry is string => typeof entry === 'string');
  complain(`"files.${name}" is a list of patterns.`);
  return base;
};

/** Settings from an unknown value; what is missing or not understood comes from `base`. */
export function readSettings(value: unknown, base: Settings = defaultSettings, complain: Complain = () => {}): Settings {
  if (!isRecord(value)) return base;
  const files = isRecord(value['files']) ? value['files'] : {};
  return {
    rules: readRules(value['rules'], base.rules, complain),
    files: {
      exclude: readGlobs(files['exclude'], 'exclude', base.files.exclude, complain),
      workflows: readGlobs(files['workflows'], 'workflows', base.files.workflows, complain),
      events: readGlobs(files['events'], 'events', base.files.events, complain),
    },
  };
}

/** The plain value of a small YAML text, such as a config file; undefined where it holds nothing. */
export function valueOfText(text: string): unknown {
  const root = parse(text, 'yaml').documents[0]?.fragment.root;
  return root && toValue(root);
}

/** The immutable snapshot that features are handed. */
export const createWorkspace = (settings: Settings = defaultSettings): { readonly settings: Settings } => ({ settings });

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const globPart = (part: string): string => {
  if (part === '**/') return '(?:.*/)?';
  if (part === '/**') return '(?:/.*)?';
  if (part === '**') return '.*';
  if (part === '*') return '[^/]*';
  if (part === '?') return '[^/]';
  if (/^\[[^\]]+\]$/.test(part)) return `[${part.slice(1, -1).replace(/^!/, '^').replace(/[\\[]/g, '\\$&')}]`;
  if (/^\{.*\}$/s.test(part)) return `(?:${part.slice(1, -1).split(',').map(globSource).join('|')})`;
  return escape(part);
};

const globSource = (pattern: string): string =>
  (pattern.replace(/(\*\*\/)+/g, '**/').match(/\/\*\*$|\*\*\/|\*\*|\*|\?|\[[^\]/]+\]|\{[^{}]*\}|[^*?[{/]+|./gsu) ?? [])
    .map(globPart)
    .join('');

/** A test for paths with forward slashes. Knows `*`, `**`, `?`, `[ab]` and `{a,b}`; without a slash it means the file's name. */
export function glob(pattern: string): (path: string) => boolean {
  const clean = pattern.replace(/^\.\//, '');
  const source = globSource(clean.includes('/') ? clean : `**/${clean}`);
  try {
    const matcher = new RegExp(`^${source}$`, 'u');
    return (path) => matcher.test(path);
  } catch {
    return (path) => path === clean;
  }
}

/** What the settings' globs make of a file; undefined when they say nothing. `paths` are the names the file goes by. */
export function kindBySettings(settings: Settings, paths: readonly string[]): PartKind | undefined {
  const { exclude, events, workflows } = settings.files;
  const some = (patterns: readonly string[]): boolean => patterns.some((pattern) => paths.some(glob(pattern)));
  return some(exclude) ? 'none' : some(events) ? 'event' : some(workflows) ? 'workflow' : undefined;
}

/** Language ids by file name: ours first, then those that files keep. */
const languages: readonly (readonly [name: RegExp, id: string])[] = [
  [/\.(sw|swf|ows)\.ya?ml$/i, 'workflow-yaml'],
  [/\.(sw|swf|ows)\.json$/i, 'workflow-json'],
  [/\.cloudevents?\.json$/i, 'cloudevent'],
  [/(^|\/|\.)cloudevents\.(jsonl|ndjson)$/i, 'cloudevent-lines'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.jsonc?$/i, 'json'],
];

/** The language id of a file by its name; undefined for files that we never read. */
export const languageOf = (path: string): string | undefined => languages.find(([name]) => name.test(path))?.[1];

/** Is this one of the language ids that Heddle brings along? */
export const isOwnLanguage = (id: string): boolean => /^(workflow-|cloudevent)/.test(id);
