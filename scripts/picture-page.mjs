/** Answers the requests of a page whose pictures are taken: a script of ours, because no server has to run for it. */
import {Buffer} from 'node:buffer';

/** Returns a route handler: `/` is the page, `/dist/` the built files, and everything else the sandbox, logos among it. */
export function answerFrom(html, sandbox) {
  return async route => {
    const url = route.request().url();
    const {pathname} = new URL(url);
    if (pathname === '/') return route.fulfill({contentType: 'text/html', body: html});
    if (pathname.startsWith('/dist/')) return route.fulfill({path: pathname.slice(1)});
    const {status, headers, body} = await sandbox(new Request(url));
    const bytes = Buffer.from(await new Response(body).arrayBuffer());
    return route.fulfill({status, contentType: headers.get('content-type'), body: bytes});
  };
}
