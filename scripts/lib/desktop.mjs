// The mocha suite of test/vscode in a desktop VS Code: VSCODE_PATH names an installed one, VSCODE_VERSION one to download.
import path from 'node:path';
import { makeTestProfile } from './host.mjs';
import { buildTests, testBundles } from './mocha-in-vscode.mjs';
import { at, cache } from './paths.mjs';
import { stageFolder } from './stage.mjs';

export async function runMochaOnDesktop() {
  const { runTests } = await import('@vscode/test-electron');
  await buildTests();
  const profile = makeTestProfile(at('test/vscode/workspace'));
  try {
    const code = await runTests({
      vscodeExecutablePath: process.env.VSCODE_PATH,
      version: process.env.VSCODE_VERSION,
      cachePath: cache('vscode-desktop'),
      extensionDevelopmentPath: stageFolder,
      extensionTestsPath: path.join(testBundles, 'node.cjs'),
      launchArgs: [
        path.join(profile.workspace, 'heddle.code-workspace'),
        '--disable-extensions',
        `--user-data-dir=${profile.userData}`,
        `--extensions-dir=${profile.extensions}`,
      ],
    });
    return code === 0 ? { passed: 1 } : { failed: 1 };
  } finally {
    profile.remove();
  }
}
