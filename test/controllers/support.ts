import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Environment} from '../../src/controllers/environment.js';

export const START = 1_790_000_000_000;

/** Waits until everything that is ready has run. */
export const settle = () => new Promise<void>(resolve => setTimeout(resolve));

/** Returns a response whose body is there at once: engines read others in tasks that no fake clock controls. */
export function answerOf(json: unknown, init?: ResponseInit): Response {
  const text = JSON.stringify(json);
  return Object.assign(new Response(null, init), {text: async () => text});
}

/** Makes a Lit host without an element, which a test connects and disconnects. */
export class FakeHost implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  updates = 0;
  #controllers: ReactiveController[] = [];

  addController(controller: ReactiveController) {
    this.#controllers.push(controller);
  }

  removeController(controller: ReactiveController) {
    this.#controllers = this.#controllers.filter(other => other !== controller);
  }

  requestUpdate() {
    this.updates += 1;
  }

  connect() {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnect() {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}

interface Sleeper {
  readonly milliseconds: number;
  readonly wakesAt: number;
  readonly wake: () => void;
}

/** Makes a clock that moves only when a test passes time. */
export class FakeClock {
  time = START;
  #sleepers: Sleeper[] = [];

  /** Lengths of the pending sleeps in milliseconds, the shortest first. */
  get sleeps(): readonly number[] {
    return this.#sleepers.map(sleeper => sleeper.milliseconds).sort((a, b) => a - b);
  }

  now = () => this.time;

  sleep = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>(resolve => {
      if (signal.aborted) return resolve();
      const wake = () => {
        this.#sleepers = this.#sleepers.filter(other => other !== sleeper);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = {milliseconds, wakesAt: this.time + milliseconds, wake};
      this.#sleepers.push(sleeper);
      signal.addEventListener('abort', wake);
    });

  /** Moves on, and ends the sleeps that are due in their order. */
  async pass(milliseconds: number) {
    const end = this.time + milliseconds;
    for (;;) {
      await settle();
      const [next] = [...this.#sleepers].sort((a, b) => a.wakesAt - b.wakesAt);
      if (!next || next.wakesAt > end) break;
      this.time = next.wakesAt;
      next.wake();
    }
    this.time = end;
    await settle();
  }
}

/** Plays an event source; the test plays its server. */
export class FakeEventSource extends EventTarget {
  readonly url: string;
  isClosed = false;

  constructor(url: string) {
    super();
    this.url = url;
  }

  close() {
    this.isClosed = true;
  }

  /** Dispatches a text unchanged, anything else as JSON; nothing once closed, as in a browser. */
  say(type: string, given?: unknown) {
    const data = typeof given === 'string' ? given : JSON.stringify(given);
    if (!this.isClosed) this.dispatchEvent(new MessageEvent(type, {data}));
  }
}

/** Plays a browser's storage, in memory. */
export class FakeStorage {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
}

/** Plays a broadcast channel in memory: each receives the messages of the others of its name. */
export class FakeChannel extends EventTarget {
  readonly name: string;
  readonly said: unknown[] = [];
  readonly #open: Set<FakeChannel>;

  constructor(name: string, open: Set<FakeChannel>) {
    super();
    this.name = name;
    this.#open = open;
    open.add(this);
  }

  postMessage(data: unknown) {
    this.said.push(data);
    for (const other of this.#open) {
      if (other !== this && other.name === this.name)
        other.dispatchEvent(new MessageEvent('message', {data}));
    }
  }

  close() {
    this.#open.delete(this);
  }
}

export function fakeEnvironment(clock = new FakeClock()) {
  const streams: FakeEventSource[] = [];
  const channels = new Set<FakeChannel>();
  const storage = new FakeStorage();
  let turns: Promise<unknown> = Promise.resolve();
  const environment: Environment = {
    now: clock.now,
    sleep: clock.sleep,
    randomId: () => '00000000-0000-4000-8000-000000000000',
    // Returns the middle of the jitter, so that waits have their nominal length.
    random: () => 0.5,
    createChannel: name => new FakeChannel(name, channels),
    createEventSource: url => {
      const stream = new FakeEventSource(url);
      streams.push(stream);
      return stream as unknown as EventSource;
    },
    takeTurn: () =>
      new Promise(resolve => {
        turns = turns.then(() => new Promise<void>(end => resolve(end)));
      }),
    storage,
  };
  return {clock, streams, channels, storage, environment};
}
