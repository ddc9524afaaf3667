/** The text of a config file as settings, and what is wrong in it, each with its place. */
import { syntaxFindings } from '../rules/syntax.ts';
import { nearest } from '../rules/nearest.ts';
import { defaultSettings, type Settings } from '../protocol.ts';
import { elementsOf, type Node, type NodeRange, pairOf, resolve, type Tree, valueOf } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';
import { textRange } from '../syntax/range.ts';
import { toValue } from '../syntax/value.ts';
import type { Codes } from './codes.ts';
import { isRecord, readSettings, type SettingPath, type WrongSetting } from './settings.ts';

/** Is told, in words, what a config file should not hold; `offset` is where in its text, in UTF-16 units, `isSyntax` that it is no setting. */
export type Tell = (message: string, offset: number, isSyntax: boolean) => void;

/** What a config file should not hold, and where. */
export type WrongPlace = Pick<WrongSetting, 'code' | 'message' | 'meant'> & { readonly at: NodeRange };

/** The key, or the element of a list, that a path leads to: the last of it that is there. Or the value, where that is meant. */
function placeOf(root: Node, { path, isValue }: Pick<WrongSetting, 'path' | 'isValue'>): NodeRange {
  let at: NodeRange = root;
  let node: Node | undefined = root;
  for (const step of path) {
    const pair: ReturnType<typeof pairOf> = typeof step === 'string' ? pairOf(resolve(node), step) : undefined;
    const next: Node | undefined = typeof step === 'string' ? pair?.value : elementsOf(resolve(node))[step];
    at = pair?.key ?? next ?? at;
    node = next;
  }
  return (isValue && node) || at;
}

/** The names of `value` that no setting has. A path to what holds them, empty for the root. */
function* unknownNames(value: unknown, path: readonly string[], known: readonly string[]): Iterable<WrongSetting> {
  const full = (name: string): string => [...path, name].join('.');
  for (const name of isRecord(value) ? Object.keys(value) : []) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    const message = `There is no setting "${full(name)}".${meant === undefined ? '' : ` Did you mean "${full(meant)}"?`}`;
    yield { code: 'settings/wrong', message, path: [...path, name] satisfies SettingPath, meant };
  }
}

/** The settings of a config file's tree, laid over `base`, and what is wrong with them; its syntax aside. */
export function readConfigTree(
  tree: Tree,
  base: Settings,
  codes: Codes,
): { readonly settings: Settings; readonly wrong: readonly WrongPlace[] } {
  const wrong: WrongPlace[] = [];
  const [root, ...others] = tree.documents.map(({ fragment }) => fragment.root);
  const value = root && toValue(root);
  const tell = (each: WrongSetting): void => {
    if (root) wrong.push({ code: each.code, message: each.message, meant: each.meant, at: placeOf(root, each) });
  };
  if (value !== undefined && value !== null && !isRecord(value))
    tell({ code: 'settings/wrong', message: 'Settings are a map. Write "rules:", "target:" or "files:".', path: [] });
  const files = isRecord(value) ? value['files'] : undefined;
  for (const each of unknownNames(value, [], Object.keys(defaultSettings))) tell(each);
  for (const each of unknownNames(files, ['files'], Object.keys(defaultSettings.files))) tell(each);
  for (const map of [root, root && valueOf(root, 'rules'), root && valueOf(root, 'files')]) {
    const seen = new Set<string>();
    for (const { key } of map?.kind === 'map' ? map.pairs : []) {
      if (seen.has(key.text)) wrong.push({ code: 'settings/wrong', message: `"${key.text}" is written twice. Keep one.`, at: key });
      seen.add(key.text);
    }
  }
  const second = others.find((other) => other !== undefined);
  if (second)
    wrong.push({ code: 'settings/wrong', message: 'Only the first document of a config file is read. Move this into it.', at: second });
  return { settings: readSettings(value, base, { codes, tell }), wrong };
}

/** Settings from a config file's text, laid over `base`. Of a text with syntax errors only those are told: others may follow from them. */
export function readConfig(text: string, base: Settings, codes: Codes, tell: Tell): Settings {
  const tree = parse(text, 'yaml');
  const errors = syntaxFindings(tree.documents);
  const { settings, wrong } = readConfigTree(tree, base, codes);
  for (const { at, message } of errors.length > 0 ? errors : wrong) tell(message, textRange(tree, at).start, errors.length > 0);
  return settings;
}
