import type {ProxyStore} from '../core/store.js';
import {openLog} from './append-log.js';
import {memoryStore} from './memory.js';
import {type FileSystem, nodeProcess} from './node-files.js';

/** The value of a key as the file has it. */
interface Reservation {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The process that added the key, as long as it has set no result. */
  readonly owner?: Owner;
  /** Distinguishes this reservation from others of the same key. */
  readonly token?: string;
}

interface Owner {
  readonly pid: number;
  readonly run: string;
}

/** One line of the file: a key that was added, set or deleted. */
type Line =
  | {readonly add: string; readonly reservation: Reservation}
  | {readonly set: string; readonly reservation: Reservation}
  | {readonly delete: string};

const maxClaims = 20_000;

/**
 * Opens a store of idempotency keys that survive a restart of this process: a file to which every change is appended. A key
 * is on disk before `add` resolves, so that no order is requested that a later process would not know of. Where several
 * processes write to the file, as old and new ones do during a restart, the first reservation in it counts.
 *
 * @throws {Error} when the file cannot be read, or its folder cannot be written to.
 */
export function openClaims(path: string, now: () => number, files: FileSystem): ProxyStore {
  const run = crypto.randomUUID();
  const {pid, isAlive} = nodeProcess();
  const claims = new Map<string, Reservation>();

  function current(key: string): Reservation | undefined {
    const reservation = claims.get(key);
    return reservation && reservation.expiresAt > now() ? reservation : undefined;
  }

  function apply(line: Line): void {
    if ('add' in line) {
      if (!current(line.add)) claims.set(line.add, line.reservation);
    } else if ('set' in line) {
      claims.set(line.set, line.reservation);
    } else {
      claims.delete(line.delete);
    }
  }

  /** Forgets what has expired and, of the rest, the oldest of too many; returns how many are left. */
  function purge(): number {
    for (const [key, {expiresAt}] of claims) if (expiresAt <= now()) claims.delete(key);
    for (const key of [...claims.keys()].slice(0, -maxClaims)) claims.delete(key);
    return claims.size;
  }

  function* live(): Iterable<Line> {
    for (const [key, reservation] of claims)
      yield reservation.owner ? {add: key, reservation} : {set: key, reservation};
  }

  const log = openLog<Line>(path, {files, apply, live, count: purge});
  return {
    ...memoryStore({now}),
    isShared: false,
    async get(key) {
      log.read();
      return current(key)?.value;
    },
    async set(key, value, ttl) {
      await log.append({set: key, reservation: {value, expiresAt: now() + ttl}});
    },
    async add(key, value, ttl) {
      log.read();
      if (current(key)) return false;
      const token = crypto.randomUUID();
      await log.append({add: key, reservation: {value, expiresAt: now() + ttl, owner: {pid, run}, token}});
      return claims.get(key)?.token === token;
    },
    async delete(key) {
      await log.append({delete: key});
    },
    isAbandoned(key) {
      const owner = current(key)?.owner;
      return owner !== undefined && owner.run !== run && !isAlive(owner.pid);
    },
  };
}
