/** What is wrong with what people ask of Heddle itself: in a config file, and in suppressions. */
import { isConfigFile } from '../../config/config-file.ts';
import { settingCodes, unknownCode } from '../../config/codes.ts';
import { readConfigTree } from '../../config/config-text.ts';
import type { Doc } from '../../doc.ts';
import { defaultSettings } from '../../protocol.ts';
import type { Finding } from '../../rules/finding.ts';
import { type AskedCode, askedCodes } from '../../rules/suppress.ts';
import type { Node, NodeRange, Tree } from '../../syntax/node.ts';
import { replaceText } from '../../syntax/edit.ts';
import { textRange } from '../../syntax/range.ts';
import { nearest } from '../../rules/nearest.ts';
import { isTarget, targetIds } from '../../targets.ts';
import { targetAt } from '../../workflow/target.ts';
import { wrongTarget } from '../../config/settings.ts';
import { codes } from '../../workspace/codes.ts';
import { notes } from '../../syntax/notes.ts';

/** A config file's settings that are none. Nothing for other documents. */
export const configFindings = (doc: Doc): readonly Finding[] =>
  isConfigFile(doc.uri) && doc.tree.documents.every(({ fragment }) => fragment.errors.length === 0)
    ? readConfigTree(doc.tree, defaultSettings, codes).wrong.map(({ code, message, at, meant }) => finding(code, at, message, meant))
    : [];

const known = notes<AskedCode, Finding | undefined>();

/** In words that fit a comment of YAML or JSON, and what `metadata` says. */
const nothingNamed = {
  message: 'This ignores nothing. Name what it is about, such as "flow/unknown-target".',
  meant: undefined,
};

/** Suppressions of codes that nobody has, and of none at all. */
export function suppressionFindings(tree: Tree): readonly Finding[] {
  return askedCodes(tree).flatMap((asked) => {
    if (!known.has(asked)) {
      const unknown = asked.code === '' ? nothingNamed : unknownCode(asked.code, codes);
      known.set(asked, unknown && finding('settings/unknown-code', asked.at, unknown.message, unknown.meant));
    }
    return known.get(asked) ?? [];
  });
}

/** What a workflow says of where it runs, where there is no such runtime. */
export function targetFindings(root: Node): readonly Finding[] {
  const at = targetAt(root);
  if (!at || at.text === '' || isTarget(at.text)) return [];
  return [finding('settings/wrong', at, wrongTarget(`"${at.text}"`), nearest(at.text, targetIds))];
}

function finding(code: keyof typeof settingCodes, at: NodeRange, message: string, meant: string | undefined): Finding {
  const fixes = (tree: Tree) => [{ title: `Change to "${meant}"`, preferred: true, edits: [changed(tree, at, meant!)] }];
  return { code, severity: settingCodes[code], at, message, ...(meant === undefined ? {} : { fixes }) };
}

/** A comment is no scalar: what it says is written as it is. */
function changed(tree: Tree, at: NodeRange, newText: string) {
  return 'kind' in at ? replaceText(tree, at, newText) : { ...textRange(tree, at), newText };
}
