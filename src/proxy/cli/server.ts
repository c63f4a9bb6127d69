import {once} from 'node:events';
import {createServer, type RequestListener, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface RunningServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Stops accepting requests, lets open ones go on for at most `drainTime` milliseconds, then ends them. */
  close(drainTime: number): Promise<void>;
}

/** Starts a server with time limits of its own for slow senders, which can close without cutting responses off. */
export async function startServer(
  handler: RequestListener,
  port: number,
  host: string,
): Promise<RunningServer> {
  const open = new Set<ServerResponse>();
  let isClosing = false;
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      // Interval at which the two timeouts above are checked.
      connectionsCheckingInterval: 2000,
      maxHeaderSize: 16 * 1024,
      // Above the 60 s for which load balancers keep idle connections, so that none is closed as it is used.
      keepAliveTimeout: 75_000,
    },
    (req, res) => {
      open.add(res);
      res.once('close', () => open.delete(res));
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
    async close(drainTime) {
      isClosing = true;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => {
        for (const res of open) res.destroy();
        server.closeAllConnections();
      }, drainTime);
      await closed;
      clearTimeout(timer);
    },
  };
}
