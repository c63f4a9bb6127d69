import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {getRequestListener} from '@hono/node-server';
import sirv from 'sirv';
import {logoPng} from './logo.mjs';

const folder = path => fileURLToPath(new URL(path, import.meta.url));
const keep = res => res.setHeader('Cache-Control', 'max-age=3600');

/**
 * Serves the pages of the bench and `dist` on loopback, cacheable, and below `/{rows}/{milliseconds}/` a sandbox whose
 * US listing has so many rows and takes so long. No proxy stands between: what is measured begins when the listing has
 * arrived.
 */
export async function startServer(createSandbox, sizes) {
  const pages = sirv(folder('.'), {dev: true, setHeaders: keep});
  const dist = sirv(folder('../../dist'), {dev: true, setHeaders: keep});
  const sandboxes = new Map(
    sizes.map(rows => [String(rows), createSandbox({catalogue: {rows}, requireHeaders: false})]),
  );

  const logo = logoPng();
  const server = createServer((req, res) => {
    const notFound = () => res.writeHead(404).end();
    const [, rows, milliseconds] = /^\/(\d+)\/(\d+)\//.exec(req.url) ?? [];
    if (req.url.startsWith('/sandbox/logos/')) {
      // Browsers trust the content type, not the `.webp` of the address.
      return res.writeHead(200, {'Content-Type': 'image/png', 'Cache-Control': 'max-age=3600'}).end(logo);
    }
    const sandbox = sandboxes.get(rows);
    if (sandbox) {
      const play = getRequestListener(request => sandbox(request), {overrideGlobalObjects: false});
      return setTimeout(play, Number(milliseconds ?? 0), req, res);
    }
    if (req.url.startsWith('/dist/')) {
      req.url = req.url.slice('/dist'.length);
      return dist(req, res, notFound);
    }
    return pages(req, res, notFound);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
