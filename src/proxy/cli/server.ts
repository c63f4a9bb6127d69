import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface RunningServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /**
   * Stops accepting requests, ends streams, lets other reads go on for at most `drainTime` milliseconds, and orders until
   * they end by themselves.
   */
  close(drainTime: number): Promise<void>;
}

/** Resolves when a request has its response, or its client has left and nothing is left to do. */
type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** Milliseconds in which a stream may still pass on its last events. */
const lastEvents = 1000;

/** Starts a server with time limits of its own for slow senders, which can close without cutting responses off. */
export async function startServer(handler: Handler, port: number, host: string): Promise<RunningServer> {
  const reads = new Set<ServerResponse>();
  const orders = new Set<Promise<void>>();
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
      if (isClosing) res.setHeader('connection', 'close');
      res.once('close', () => {
        // Its response may have been sent as one after which the connection is kept.
        if (isClosing) req.socket.end();
      });
      const work = handler(req, res);
      if (req.method === 'POST') {
        // The order goes on when its buyer has left.
        orders.add(work);
        void work.finally(() => orders.delete(work));
      } else {
        reads.add(res);
        res.once('close', () => reads.delete(res));
      }
    },
  );
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;

  function endStreams(): void {
    for (const res of reads) {
      if (String(res.getHeader('content-type')).startsWith('text/event-stream')) res.end();
    }
  }

  return {
    url: `http://${name}:${address.port}`,
    async close(drainTime) {
      isClosing = true;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timers = [
        setTimeout(endStreams, Math.min(lastEvents, drainTime)),
        setTimeout(() => {
          for (const res of reads) res.destroy();
        }, drainTime),
      ];
      while (orders.size > 0) await Promise.all(orders);
      await closed;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
