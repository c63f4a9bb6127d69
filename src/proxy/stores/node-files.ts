interface FileFacts {
  readonly size: number;
  readonly ino: number;
}

/** The parts of Node's `fs` that keep claims; Deno and Bun have them too. */
export interface FileSystem {
  readonly constants: {readonly W_OK: number};
  accessSync(path: string, mode: number): void;
  openSync(path: string, flags: string, mode?: number): number;
  closeSync(fd: number): void;
  statSync(path: string, options: {readonly throwIfNoEntry: false}): FileFacts | undefined;
  fstatSync(fd: number): FileFacts;
  readSync(fd: number, bytes: Uint8Array, offset: number, length: number, position: number): number;
  writeSync(fd: number, bytes: Uint8Array): number;
  write(fd: number, bytes: Uint8Array, done: (error: Error | null, length: number) => void): void;
  fdatasync(fd: number, done: (error: Error | null) => void): void;
  fsyncSync(fd: number): void;
  renameSync(from: string, to: string): void;
}

interface NodeProcess {
  readonly pid?: number;
  readonly kill?: (pid: number, signal: 0) => boolean;
  readonly getBuiltinModule?: (name: 'node:fs') => FileSystem | undefined;
}

function platform(): NodeProcess {
  return (globalThis as {process?: NodeProcess}).process ?? {};
}

/** Returns the platform's file system; `undefined` where it has none. Imports nothing, so that the proxy loads anywhere. */
export function builtInFiles(): FileSystem | undefined {
  try {
    return platform().getBuiltinModule?.('node:fs');
  } catch {
    return undefined;
  }
}

/** Returns the id of this process, and whether another one runs. */
export function nodeProcess() {
  const own = platform();
  return {
    pid: own.pid ?? 0,
    isAlive(pid: number): boolean {
      // In a container, the process before this one often had the same id.
      if (pid === own.pid) return false;
      try {
        return own.kill?.(pid, 0) ?? false;
      } catch (error) {
        // The process runs, and belongs to another user.
        return Object(error).code === 'EPERM';
      }
    },
  };
}
