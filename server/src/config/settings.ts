/** Settings, read from whatever an editor or a config file sends, and what they say about a file. */
import { or } from '../formats/sentence.ts';
import type { Level } from '../rules/finding.ts';
import type { PartKind, Settings } from '../protocol.ts';
import { defaultSettings } from '../protocol.ts';
import { nearest } from '../rules/nearest.ts';
import { isTarget, targetIds } from '../targets.ts';
import { type Codes, type settingCodes, unknownCode } from './codes.ts';
import { glob } from './glob.ts';

/** The levels a rule may have. */
export const levels: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies Level[];

/** The keys and indices that lead from the root to a setting. */
export type SettingPath = readonly (string | number)[];

/** Is told, in words, what is wrong with settings; `marked` is the path of the config file in whose text an editor marks the same. */
export type Warn = (message: string, marked?: string) => void;

/** What settings should look like and do not. */
export interface WrongSetting {
  readonly code: keyof typeof settingCodes;
  readonly message: string;
  /** Which setting it is: its key, or its value. */
  readonly path: SettingPath;
  readonly isValue?: boolean;
  /** What to write instead. */
  readonly meant?: string | undefined;
}

/** Who is told of wrong settings, and which codes there are. */
export interface Reader {
  readonly codes: Codes;
  tell(wrong: WrongSetting): void;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a sentence; what is nested is not written out, for aliases make it as long as they like. */
const shown = (value: unknown): string => (typeof value === 'object' && value !== null ? 'A list or mapping' : `"${String(value)}"`);

/** "kubernetes" is no target, and which there are; `given` as it is quoted. */
export const wrongTarget = (given: string): string => `${given} is not a target. Use ${or(targetIds)}.`;

/** Tells of what is not about codes. */
const wrong = (reader: Reader | undefined, message: string, path: SettingPath, more?: Pick<WrongSetting, 'isValue' | 'meant'>): void =>
  reader?.tell({ code: 'settings/wrong', message, path, ...more });

const readRules = (value: unknown, base: Settings['rules'], reader?: Reader): Settings['rules'] => {
  if (value === undefined || value === null) return base;
  if (!isRecord(value)) return (wrong(reader, '"rules" is a map from a rule to its level.', ['rules']), base);
  const rules: Record<string, Level> = { ...base };
  for (const [code, level] of Object.entries(value)) {
    const isLevel = typeof level === 'string' && levels.includes(level);
    if (isLevel) rules[code] = level as Level;
    const path = ['rules', code];
    const unknown = reader && unknownCode(code, reader.codes);
    if (unknown) reader.tell({ code: 'settings/unknown-code', path, ...unknown });
    else if (!isLevel) {
      const meant = typeof level === 'string' ? nearest(level, levels) : undefined;
      wrong(reader, `${shown(level)} is not a level for "${code}". Use ${or(levels)}.`, path, {
        isValue: true,
        meant,
      });
    }
  }
  return rules;
};

const readTarget = (value: unknown, base: Settings['target'], reader?: Reader): Settings['target'] => {
  if (value === undefined || value === null || isTarget(value)) return value ?? base;
  const path = ['target'];
  wrong(reader, wrongTarget(shown(value)), path, {
    isValue: true,
    meant: typeof value === 'string' ? nearest(value, targetIds) : undefined,
  });
  return base;
};

/** Is a bracket of this pattern left open? */
const isOpen = (pattern: string): boolean => /\[[^\]]*$/.test(pattern) || pattern.split('{').length > pattern.split('}').length;

const readGlobs = (value: unknown, name: string, base: readonly string[], reader?: Reader): readonly string[] => {
  if (value === undefined || value === null) return base;
  if (!Array.isArray(value)) return (wrong(reader, `"files.${name}" is a list of patterns.`, ['files', name]), base);
  return value.filter((entry, index): entry is string => {
    const isText = typeof entry === 'string';
    if (!isText)
      wrong(reader, `${shown(entry)} in "files.${name}" is not text. Write a pattern, such as "**/old/**".`, ['files', name, index]);
    else if (isOpen(entry))
      wrong(reader, `"${entry}" in "files.${name}" has a bracket that is not closed, and fits only files that are called so.`, [
        'files',
        name,
        index,
      ]);
    return isText;
  });
};

/** Settings from an unknown value; what is missing or not understood comes from `base`, and is told to the reader. */
export function readSettings(value: unknown, base: Settings = defaultSettings, reader?: Reader): Settings {
  if (!isRecord(value)) return base;
  const given = value['files'] ?? {};
  const files = isRecord(given) ? given : {};
  if (files !== given) wrong(reader, '"files" is a map. Write "exclude:", "workflows:" or "events:" in it.', ['files']);
  return {
    rules: readRules(value['rules'], base.rules, reader),
    target: readTarget(value['target'], base.target, reader),
    files: {
      exclude: readGlobs(files['exclude'], 'exclude', base.files.exclude, reader),
      workflows: readGlobs(files['workflows'], 'workflows', base.files.workflows, reader),
      events: readGlobs(files['events'], 'events', base.files.events, reader),
    },
  };
}

const matchers = new WeakMap<readonly string[], readonly ((path: string) => boolean)[]>();

/** The tests of a list of patterns, made once a list. */
function matchersOf(patterns: readonly string[]): readonly ((path: string) => boolean)[] {
  const known = matchers.get(patterns);
  if (known) return known;
  const made = patterns.map(glob);
  matchers.set(patterns, made);
  return made;
}

/** What the settings' globs make of a file; undefined when they say nothing. `paths` are the names the file goes by. */
export function kindBySettings(settings: Settings, paths: readonly string[]): PartKind | undefined {
  const { exclude, events, workflows } = settings.files;
  const some = (patterns: readonly string[]): boolean => matchersOf(patterns).some((matches) => paths.some(matches));
  return some(exclude) ? 'none' : some(events) ? 'event' : some(workflows) ? 'workflow' : undefined;
}
