/** *Check Workspace*: every file that is ours, open or not. */
import { commands, window } from 'vscode';
import { checkWorkspaceRequest, type CheckWorkspaceResult } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { counted } from '../words.ts';

/** "12 files checked: 3 errors, 1 warning in 2 files." Hints are in no list of problems. */
function wordsOf(files: number, { checked, problems, filesWithProblems }: CheckWorkspaceResult): string {
  const found = [
    [problems.error, 'error'],
    [problems.warning, 'warning'],
    [problems.information, 'note'],
  ] as const;
  const parts = found.filter(([count]) => count > 0).map(([count, word]) => counted(count, word));
  const done = checked < files ? `${checked} of ${counted(files, 'file')}` : counted(files, 'file');
  return parts.length === 0
    ? `${done} checked, no problems.`
    : `${done} checked: ${parts.join(', ')} in ${counted(filesWithProblems, 'file')}.`;
}

/** The server publishes what it finds; here is only said how much that is. */
export async function checkWorkspace(server: Server): Promise<void> {
  await server.start();
  const result = await server.requestInSight<CheckWorkspaceResult>('Checking workflows and events', checkWorkspaceRequest);
  if (!result) return void window.showWarningMessage('The workspace could not be checked. "Heddle: Show Log" says more.');
  if (result.files === undefined) return;
  if (result.files === 0) return void window.showInformationMessage('There is no workflow and no event in this workspace.');
  const words = wordsOf(result.files, result);
  if (result.filesWithProblems === 0) return void window.showInformationMessage(words);
  const choice = await window.showWarningMessage(words, 'Show Problems');
  if (choice) await commands.executeCommand('workbench.actions.view.problems');
}
