/** The first line of the log: what a report of a mistake needs to know. */

/** The editor that the extension runs in. */
export interface Host {
  readonly appName: string;
  /** Of the editor. */
  readonly version: string;
  /** Who started it, as VS Code says: `desktop`, `server-distro`, `web` … */
  readonly appHost: string;
  readonly inBrowser: boolean;
  /** Such as `ssh-remote`; undefined where everything is on one machine. */
  readonly remoteName: string | undefined;
}

/** `Heddle 0.1.0 in Visual Studio Code 1.106.0 (desktop, remote ssh-remote).` */
export const firstLine = (heddle: string, { appName, version, appHost, inBrowser, remoteName }: Host): string =>
  `Heddle ${heddle} in ${appName} ${version} (${appHost}${inBrowser ? ' in a browser' : ''}${remoteName === undefined ? '' : `, remote ${remoteName}`}).`;
