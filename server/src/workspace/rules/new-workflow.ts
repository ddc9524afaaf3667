/** The fix that writes the workflow which another one runs, where no file here holds it. */
import type { Fix } from '../../rules/finding.ts';
import { checkSemver } from '../../formats/semver.ts';
import { rootOf } from '../../syntax/locate.ts';
import { type NodeRange, stringOf, type Tree, valueOf } from '../../syntax/node.ts';
import { type DocumentStyle, styleOf } from '../../syntax/style.ts';
import type { Plain } from '../../syntax/value.ts';
import { writePair } from '../../syntax/write.ts';
import type { WorkflowIdentity } from '../../workflow/model.ts';
import { modelOf } from '../../workflow/read.ts';
import { placeBeside } from '../beside.ts';
import type { Workspace } from '../workspace.ts';

/** *Create "notify.sw.yaml"* beside the file of `base` that runs it at `at`: in its style and release, with one task. */
export function createWorkflow(tree: Tree, workspace: Workspace, base: string, at: NodeRange, run: WorkflowIdentity): Fix[] {
  const model = modelOf({ root: rootOf(at.fragment, tree) });
  const { namespace, name = '', version = '' } = run;
  const release = stringOf(model?.dialect.releaseAt.reduce(valueOf, model.root));
  const place = placeBeside(workspace, base, name);
  if (!model || release === undefined || !place || place.isTaken) return [];
  const document = { dsl: release, namespace, name, version: checkSemver(version) ? '1.0.0' : version };
  const text = written({ document, do: [model.dialect.taskStub('start')] } as Plain & object, styleOf(tree));
  return [{ title: `Create "${place.file}"`, edits: [], creates: { uri: place.uri, text }, standIn: true }];
}

/** A mapping as the whole of a file. */
function written(content: Plain & object, style: DocumentStyle): string {
  const { format, unit, space, lineBreak } = style;
  const text =
    format === 'json'
      ? JSON.stringify(content, null, space.repeat(unit))
      : Object.entries(content)
          .map(([key, value]) => writePair(key, value as Plain, style))
          .join('\n');
  return `${text}\n`.replaceAll('\n', lineBreak);
}
