import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {refreshDueIn} from '../domain/quote-age.js';
import type {Environment} from './environment.js';
import {QUOTE_AGE_TICK} from './poll-schedule.js';

export interface QuoteRefreshOptions {
  readonly environment: () => Environment;
  /** Returns when the price on screen arrived, in milliseconds since 1970; `undefined` if there is none. */
  readonly quotedAt: () => number | undefined;
  readonly refresh: () => Promise<unknown>;
}

/** Updates the age of the price on screen, and refreshes it when due, while its host is on the page and visible. */
export class QuoteRefresh implements ReactiveController {
  #host: ReactiveControllerHost;
  #options: QuoteRefreshOptions;
  #life = new AbortController();

  constructor(host: ReactiveControllerHost, options: QuoteRefreshOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected() {
    this.#life = new AbortController();
    void this.#run(this.#life.signal);
  }

  hostDisconnected() {
    this.#life.abort();
  }

  async #run(life: AbortSignal) {
    const {quotedAt, refresh} = this.#options;
    while (!life.aborted) {
      const environment = this.#options.environment();
      await environment.sleep(QUOTE_AGE_TICK, life);
      const at = quotedAt();
      if (life.aborted || at === undefined || document.hidden) continue;
      this.#host.requestUpdate();
      if (refreshDueIn(at, environment.now()) === 0) await refresh();
    }
  }
}
