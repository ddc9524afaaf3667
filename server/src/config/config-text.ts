/** The text of a config file as settings, and what is wrong in it, each with its place. */
import { syntaxFindings } from '../rules/syntax.ts';
import { nearest } from '../rules/nearest.ts';
import { defaultSettings, type Settings } from '../protocol.ts';
import { elementsOf, type Node, type NodeRange, pairOf, resolve } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';
import { textRange } from '../syntax/range.ts';
import { toValue } from '../syntax/value.ts';
import { isRecord, readSettings, type SettingPath } from './settings.ts';

/** Is told, in words, what a config file should not hold; `offset` is where in its text, in UTF-16 units. */
export type Tell = (message: string, offset: number) => void;

/** The key, or the element of a list, that a path leads to: the last of it that is there. */
function placeOf(root: Node, path: SettingPath): NodeRange {
  let at: NodeRange = root;
  let node: Node | undefined = root;
  for (const step of path) {
    const pair: ReturnType<typeof pairOf> = typeof step === 'string' ? pairOf(resolve(node), step) : undefined;
    const next: Node | undefined = typeof step === 'string' ? pair?.value : elementsOf(resolve(node))[step];
    at = pair?.key ?? next ?? at;
    node = next;
  }
  return at;
}

/** The names of `value` that no setting has, in words. A path to what holds them, empty for the root. */
function* unknownNames(value: unknown, path: readonly string[], known: readonly string[]): Iterable<readonly [string, SettingPath]> {
  const full = (name: string): string => [...path, name].join('.');
  for (const name of isRecord(value) ? Object.keys(value) : []) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    yield [`There is no setting "${full(name)}".${meant === undefined ? '' : ` Did you mean "${full(meant)}"?`}`, [...path, name]];
  }
}

/** Settings from a config file's text, laid over `base`. Of a text with syntax errors only those are told: others may follow from them. */
export function readConfig(text: string, base: Settings, tell: Tell): Settings {
  const tree = parse(text, 'yaml');
  const [root, ...others] = tree.documents.map(({ fragment }) => fragment.root);
  const value = root && toValue(root);
  const errors = syntaxFindings(tree);
  for (const { at, message } of errors) tell(message, textRange(tree, at).start);
  if (errors.length > 0) return readSettings(value, base);

  const warn = (message: string, path: SettingPath = []): void => {
    if (root) tell(message, textRange(tree, placeOf(root, path)).start);
  };
  if (value !== undefined && value !== null && !isRecord(value)) warn('Settings are a map. Write "rules:" or "files:".');
  const files = isRecord(value) ? value['files'] : undefined;
  for (const [message, path] of unknownNames(value, [], Object.keys(defaultSettings))) warn(message, path);
  for (const [message, path] of unknownNames(files, ['files'], Object.keys(defaultSettings.files))) warn(message, path);
  const second = others.find((other) => other !== undefined);
  if (second) tell('Only the first document of a config file is read. Move this into it.', textRange(tree, second).start);
  return readSettings(value, base, warn);
}
