import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import {type AddressInfo, connect, createServer as createPlainServer, type Socket} from 'node:net';
import {Worker} from 'node:worker_threads';

/** Starts servers on free ports of loopback; `close` ends them all. */
export function openServers() {
  const closers: (() => unknown)[] = [];
  return {
    /** Starts an HTTP server; returns its URL without a slash at the end. */
    async listen(handler: RequestListener): Promise<string> {
      const server = createServer(handler).listen(0, '127.0.0.1');
      closers.push(
        () => server.close(),
        () => server.closeAllConnections(),
      );
      await once(server, 'listening');
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    /** Accepts connections and bytes, and responds by `onSocket`. Returns host and port. */
    async listenPlainly(onSocket: (socket: Socket) => void = () => {}): Promise<string> {
      const server = createPlainServer(socket => {
        closers.push(() => socket.destroy());
        socket.on('error', () => {}).resume();
        onSocket(socket);
      }).listen(0, '127.0.0.1');
      closers.push(() => server.close());
      await once(server, 'listening');
      return `127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    /** Accepts no connection: its queue is full, and the system drops further ones. Returns host and port. */
    async listenDeafly(): Promise<string> {
      const worker = new Worker(
        `const {parentPort} = require('node:worker_threads');
        const server = require('node:net').createServer().listen({port: 0, host: '127.0.0.1', backlog: 1}, () => {
          parentPort.postMessage(server.address().port);
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
        });`,
        {eval: true},
      );
      closers.push(() => worker.terminate());
      const [port] = (await once(worker, 'message')) as [number];
      for (let isFull = false; !isFull; ) {
        const socket = connect(port, '127.0.0.1').on('error', () => {});
        closers.push(() => socket.destroy());
        const connected = once(socket, 'connect').then(() => false);
        isFull = await Promise.race([connected, new Promise<true>(full => setTimeout(full, 300, true))]);
      }
      return `127.0.0.1:${port}`;
    },
    async close() {
      for (const close of closers) await close();
    },
  };
}
