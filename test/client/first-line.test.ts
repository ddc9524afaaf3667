import { expect, test } from 'vitest';
import { firstLine, type Host } from '../../client/src/first-line.ts';

const here: Host = { appName: 'Visual Studio Code', version: '1.106.0', appHost: 'desktop', inBrowser: false, remoteName: undefined };

test.each<[Partial<Host>, string]>([
  [{}, 'Heddle 0.1.0 in Visual Studio Code 1.106.0 (desktop).'],
  [{ remoteName: 'ssh-remote' }, 'Heddle 0.1.0 in Visual Studio Code 1.106.0 (desktop, remote ssh-remote).'],
  [{ appName: 'VSCodium', appHost: 'web', inBrowser: true }, 'Heddle 0.1.0 in VSCodium 1.106.0 (web in a browser).'],
  [
    { appHost: 'server-distro', inBrowser: true, remoteName: 'codespaces' },
    'Heddle 0.1.0 in Visual Studio Code 1.106.0 (server-distro in a browser, remote codespaces).',
  ],
])('the log begins with what a report needs: %j', (other, line) => {
  expect(firstLine('0.1.0', { ...here, ...other })).toBe(line);
});
