/** What may stand in a config file, as the schemas of workflows and events say it of those: for completion and hover. */
import about from '../../../package.json?rules';
import { levels } from '../config/settings.ts';
import { hrefOf, manual } from '../rules/docs.ts';
import { groupOf } from '../rules/group.ts';
import type { Schema, TextName } from '../schema/schema.ts';
import { targetIds, targets } from '../targets.ts';
import { codes } from '../workspace/codes.ts';

/** A text in the place of the name of one. */
const said = (text: string): TextName => text as unknown as TextName;

const levelWords: Readonly<Record<string, string>> = {
  error: 'Must be mended.',
  warning: 'Is likely a mistake.',
  information: 'Is worth knowing.',
  hint: 'Is a matter of taste.',
  off: 'Is not looked for.',
};

/** `usual` is the level it has when nobody asks for another; a group has none. */
const level = (code: string, description: string, usual?: string): Schema => ({
  title: usual ?? 'group',
  description: said(description),
  example: said(`${code}: off`),
  type: 'string',
  enum: levels,
  enumDescriptions: Object.fromEntries(Object.entries(levelWords).map(([name, words]) => [name, said(words)])),
  default: usual,
  link: said(usual === undefined ? manual : hrefOf(code)),
});

/** Groups first; last of all what the text cannot be read for, which few turn off. */
function rules(): Readonly<Record<string, Schema>> {
  const isLast = (code: string): boolean => code.startsWith('syntax/');
  const inOrder = [...codes].sort(([a], [b]) => Number(isLast(a)) - Number(isLast(b)));
  const single = inOrder.map(([code, usual]) => [code, level(code, about[code] ?? 'What the text cannot be read for.', usual)] as const);
  const groups = [...new Set(inOrder.map(([code]) => groupOf(code)))];
  return Object.fromEntries([
    ...groups.map((group) => [group, level(group, about[group] ?? 'All rules of this group.')] as const),
    ...single,
  ]);
}

const patterns = (name: string, description: string): Schema => ({
  title: 'list of patterns',
  description: said(description),
  example: said(`${name}:\n  - '**/old/**'`),
  link: said(manual),
  type: 'array',
  items: {
    title: 'pattern',
    description: said('A path from the folder of the workspace: `*` is any name, `**` any folders.'),
    type: 'string',
  },
});

let made: Schema | undefined;

/** The schema of `heddle.config.yaml`. */
export const configSchema = (): Schema =>
  (made ??= {
    title: 'config file',
    description: said('Settings for every file below this one, in the editor and on the command line.'),
    link: said(manual),
    type: 'object',
    properties: {
      rules: {
        title: 'set of levels',
        description: said('How loud each rule is, by its code or for a whole group.'),
        example: said('rules:\n  flow/unreachable-task: hint\n  schema/*: warning'),
        link: said(manual),
        type: 'object',
        properties: rules(),
      },
      target: {
        title: 'name of a runtime',
        description: said('Where the workflows run: what that runtime does in a way of its own is told as `portability/…`.'),
        example: said('target: quarkus-flow'),
        link: said(manual),
        type: 'string',
        enum: targetIds,
        enumDescriptions: Object.fromEntries(
          targetIds.map((id) => [id, said(id === 'spec' ? 'Only what the specification says.' : `Runs on ${targets[id].name}.`)]),
        ),
        default: 'spec',
      },
      files: {
        title: 'set of patterns',
        description: said('Which files are workflows, events, or none of either, whatever their names say.'),
        example: said("files:\n  workflows:\n    - 'flows/*.yaml'"),
        link: said(manual),
        type: 'object',
        properties: {
          workflows: patterns('workflows', 'Files that are always workflows.'),
          events: patterns('events', 'Files that are always events.'),
          exclude: patterns('exclude', 'Files that are never ours.'),
        },
      },
    },
  });
