import {once} from 'node:events';
import {createServer, type RequestListener, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface Served {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Accepts nothing new, lets what is under way go on for so many milliseconds, then ends it. */
  close(patience: number): Promise<void>;
}

/** A server with limits of its own on who takes long to ask, that can be ended without cutting anybody off. */
export async function serve(handler: RequestListener, port: number, host: string): Promise<Served> {
  const underWay = new Set<ServerResponse>();
  let isClosing = false;
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      // How often it is looked who takes too long.
      connectionsCheckingInterval: 2000,
      maxHeaderSize: 16 * 1024,
      // Longer than load balancers keep a silent connection (60 s), or they would use one that is being closed.
      keepAliveTimeout: 75_000,
    },
    (req, res) => {
      underWay.add(res);
      res.once('close', () => underWay.delete(res));
      if (isClosing) res.setHeader('connection', 'close');
      handler(req, res);
    },
  );
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    async close(patience) {
      isClosing = true;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => {
        for (const res of underWay) res.destroy();
        server.closeAllConnections();
      }, patience);
      await closed;
      clearTimeout(timer);
    },
  };
}
