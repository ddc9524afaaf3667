/** The page's document, written once: nothing but our script and our style sheet may run in it. */
import { Uri, type Webview, type WebviewOptions } from 'vscode';

const pageFolder = (extensionUri: Uri) => Uri.joinPath(extensionUri, 'dist/preview');

export const webviewOptions = (extensionUri: Uri): WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [pageFolder(extensionUri)],
});

export function pageHtml(webview: Webview, extensionUri: Uri): string {
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(pageFolder(extensionUri), name)).toString();
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('page.css')}">
</head>
<body><script nonce="${nonce}" src="${file('page.js')}"></script></body>
</html>`;
}
