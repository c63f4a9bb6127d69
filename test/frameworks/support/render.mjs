/**
 * Serves an app of Vite as one that is rendered on a server, in the folder of the app: `src/server.ts` renders it, and
 * `src/hydrate.ts` takes it over in the browser. It is Vite's development server, so that frameworks warn of what they find.
 */
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const require = createRequire(join(process.cwd(), 'package.json'));
const {createServer: createVite} = await import(pathToFileURL(require.resolve('vite')).href);

const server = createServer((request, response) => {
  vite.middlewares(request, response, () =>
    render(request.url).then(
      html => response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end(html),
      error => response.writeHead(500).end(String(error.stack)),
    ),
  );
});
const vite = await createVite({appType: 'custom', server: {middlewareMode: true, ws: {server}}});
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${server.address().port}`));

async function render(url) {
  const page = await vite.transformIndexHtml(url, readFileSync('index.html', 'utf8'));
  const {render: renderApp} = await vite.ssrLoadModule('/src/server.ts');
  const {head = '', body} = await renderApp();
  return page
    .replace('/src/main.ts', '/src/hydrate.ts')
    .replace('</head>', `${head}</head>`)
    .replace('<div id="app"></div>', `<div id="app">${body}</div>`);
}
