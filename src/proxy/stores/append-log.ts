import type {FileSystem} from './node-files.js';

export interface AppendLog<Line> {
  /** Appends a line and applies it; resolves when it is on disk. Rejects when it may not be. */
  append(line: Line): Promise<void>;
  /** Applies what other processes have appended. */
  read(): void;
}

export interface LogOptions<Line> {
  readonly files: FileSystem;
  /** Called for each line in the order of the file, also for those of this process. */
  readonly apply: (line: Line) => void;
  /** Returns the lines that a shorter file needs to hold. */
  readonly live: () => Iterable<Line>;
  /** Returns the number of those lines. */
  readonly count: () => number;
}

/** Lines beyond twice those that are needed, after which the file is written anew. */
const slack = 1000;
/** Only its owner may read the file: it holds what buyers have ordered. */
const mode = 0o600;
const lineFeed = 0x0a;

/**
 * Opens a file to which JSON lines are appended. A line that was cut off, by a crash or a full disk, is skipped. The file is
 * created by the first line, and written anew when most of it is outdated: a copy takes its place at once.
 *
 * @throws {Error} when it cannot be read, or its folder cannot be written to.
 */
export function openLog<Line>(path: string, {files, apply, live, count}: LogOptions<Line>): AppendLog<Line> {
  let fd: number | undefined;
  let offset = 0;
  let lines = 0;
  let shortenAt = slack;
  let waiting: {readonly text: string; readonly done: (error?: unknown) => void}[] = [];
  let isWriting = false;

  const folder = path.replace(/[^/\\]*$/, '') || '.';
  if (exists()) open();
  else files.accessSync(folder, files.constants.W_OK);
  read();

  function exists(): boolean {
    return files.statSync(path, {throwIfNoEntry: false}) !== undefined;
  }

  function open(): void {
    if (fd !== undefined) files.closeSync(fd);
    fd = undefined;
    fd = files.openSync(path, 'a+', mode);
    offset = 0;
    lines = 0;
  }

  /** Returns whether the path leads to another file than the one that is open, as another process has written it anew. */
  function isReplaced(): boolean {
    if (fd === undefined) return true;
    const there = files.statSync(path, {throwIfNoEntry: false});
    return there?.ino !== files.fstatSync(fd).ino;
  }

  function read(): void {
    if (fd === undefined || isReplaced()) {
      if (!exists()) return;
      open();
    }
    const size = files.fstatSync(fd!).size - offset;
    if (size <= 0) return;
    const bytes = new Uint8Array(size);
    const length = files.readSync(fd!, bytes, 0, size, offset);
    const end = bytes.subarray(0, length).lastIndexOf(lineFeed) + 1;
    offset += end;
    for (const text of new TextDecoder().decode(bytes.subarray(0, end)).split('\n')) {
      const line = parse(text);
      if (line === undefined) continue;
      lines++;
      apply(line);
    }
  }

  /** Writes the file anew if most of it is outdated. A file that cannot be written anew stays as it is. */
  function shorten(): void {
    if (lines < shortenAt) return;
    shortenAt = 2 * count() + slack;
    if (lines < shortenAt) return;
    const copy = `${path}.new`;
    try {
      const to = files.openSync(copy, 'w', mode);
      try {
        const bytes = new TextEncoder().encode([...live()].map(line => `${JSON.stringify(line)}\n`).join(''));
        for (let at = 0; at < bytes.length; ) at += files.writeSync(to, bytes.subarray(at));
        files.fsyncSync(to);
      } finally {
        files.closeSync(to);
      }
      files.renameSync(copy, path);
      open();
      syncFolder();
      read();
    } catch {}
  }

  /** Makes the file's name as durable as its content. Not every platform can. */
  function syncFolder(): void {
    try {
      const at = files.openSync(folder, 'r');
      files.fsyncSync(at);
      files.closeSync(at);
    } catch {}
  }

  /** Writes all that waits at once, again and again until nothing does. */
  async function write(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      let failure: unknown;
      try {
        await writeBatch(batch.map(({text}) => text).join(''));
        read();
        shorten();
      } catch (error) {
        failure = error ?? new Error('The file cannot be written');
      }
      for (const {done} of batch) done(failure);
    }
    isWriting = false;
  }

  async function writeBatch(text: string): Promise<void> {
    do {
      if (isReplaced()) {
        open();
        syncFolder();
      }
      // A line feed first ends a line that was cut off.
      const bytes = new TextEncoder().encode(`\n${text}`);
      for (let at = 0; at < bytes.length; ) at += await written(fd!, bytes.subarray(at));
      await new Promise<void>((resolve, reject) => {
        files.fdatasync(fd!, error => (error ? reject(error) : resolve()));
      });
      // Written to a file that another process has replaced meanwhile, it must be written again.
    } while (isReplaced());
  }

  function written(to: number, bytes: Uint8Array): Promise<number> {
    return new Promise((resolve, reject) => {
      files.write(to, bytes, (error, length) => (error ? reject(error) : resolve(length)));
    });
  }

  function parse(text: string): Line | undefined {
    if (text === '') return undefined;
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  return {
    append: line =>
      new Promise<void>((resolve, reject) => {
        const text = `${JSON.stringify(line)}\n`;
        waiting.push({text, done: error => (error === undefined ? resolve() : reject(error))});
        if (!isWriting) void write();
      }),
    read,
  };
}
