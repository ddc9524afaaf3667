/** The manual of the rules, docs/rules.md, which ships with the extension: shown as a page of the editor, without a network. */
import { commands, Uri, workspace, type Diagnostic } from 'vscode';
import { sectionOf } from './section.ts';

const scheme = 'heddle-rules';
const rulesFile = 'docs/rules.md';

/** A page of the manual: what it says about a code, or all of it. package.json's `workbench.editorAssociations` show it as Markdown. */
const page = (name: string): Uri => Uri.from({ scheme, path: `/${name}.md` });

/**
 * A link in the editor to the manual, in place of the one to the web. Other editors keep that. It is a document and no command: of these,
 * hovers and *Go to Next Problem* open none.
 */
export function linkToManual(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code === 'object') diagnostic.code = { value: code.value, target: page(String(code.value)) };
  return diagnostic;
}

export function createManual(extensionUri: Uri): { dispose(): void } {
  const subscriptions = [
    commands.registerCommand('heddle.showRules', () => commands.executeCommand('vscode.open', page('Rules'))),
    workspace.registerTextDocumentContentProvider(scheme, {
      async provideTextDocumentContent({ path }) {
        const manual = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, rulesFile)));
        return path === '/Rules.md' ? manual : sectionOf(manual, path.slice(1, -'.md'.length));
      },
    }),
  ];
  return { dispose: () => subscriptions.forEach((each) => each.dispose()) };
}
