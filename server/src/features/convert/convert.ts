/** The whole of a file in the other format: a workflow of YAML as JSON, and the other way round. */
import type { Doc } from '../../doc.ts';
import { isOwnLanguage, workflowLanguageIn } from '../../languages.ts';
import type { ConvertResult } from '../../protocol.ts';
import { obstacle } from '../../syntax/convert/obstacle.ts';
import { toJson } from '../../syntax/convert/to-json.ts';
import { toYaml } from '../../syntax/convert/to-yaml.ts';
import { commentsIn } from '../../syntax/locate.ts';
import type { Format } from '../../syntax/node.ts';
import { styleOf } from '../../syntax/style.ts';

export interface Convertible {
  readonly to: Format;
  readonly lostComments: number;
}

/** The format that a document can be had in as well; undefined for what is not ours, and for events of JSON, which are written in nothing else. */
function otherFormatOf({ format, parts }: Doc): Format | undefined {
  if (format === 'json') return parts.some(({ kind }) => kind === 'workflow') ? 'yaml' : undefined;
  return parts.length > 0 ? 'json' : undefined;
}

/** How many comments JSON would have no place for. */
const lostComments = ({ format, tree }: Doc): number =>
  format === 'json' ? 0 : tree.documents.reduce((sum, { fragment, offset }) => sum + commentsIn(fragment, offset).length, 0);

/** What can be offered, whether it turns out to be possible or not. */
export function convertible(doc: Doc): Convertible | undefined {
  const to = otherFormatOf(doc);
  return to && { to, lostComments: lostComments(doc) };
}

/**
 * A document in the other format, with the same data in the same order, its line breaks and its indentation; why it cannot be had, as a sentence;
 * undefined where there is no other format for it.
 */
export function convert(doc: Doc): ConvertResult | undefined {
  const to = otherFormatOf(doc);
  if (!to) return undefined;
  const { tree } = doc;
  const refused = obstacle(tree);
  if (refused !== undefined) return { refused };
  const root = tree.documents.find(({ fragment }) => fragment.root)!.fragment.root!;
  const style = styleOf(tree);
  return {
    text: to === 'json' ? toJson(root, style) : toYaml(tree, root, style),
    languageId: isOwnLanguage(doc.languageId) ? workflowLanguageIn(to) : to,
    lostComments: lostComments(doc),
  };
}
