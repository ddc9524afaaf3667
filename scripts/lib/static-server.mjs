// Serves folders on loopback, so that a web extension host can load an extension under development.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const types = { '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** @param mounts pairs of address prefix and folder */
export async function serveFolders(mounts) {
  const server = createServer(({ url }, response) => {
    const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
    const { pathname } = new URL(url, 'http://localhost');
    const [prefix, folder] = mounts.find(([start]) => pathname.startsWith(start)) ?? [];
    const file = folder && path.join(folder, path.normalize(`/${decodeURIComponent(pathname.slice(prefix.length))}`));
    const info = file && statSync(file, { throwIfNoEntry: false });
    if (!info?.isFile()) return void response.writeHead(404, headers).end();
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': info.size });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    authority: `localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
