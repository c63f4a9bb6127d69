import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Milliseconds in which a reading of the order is answered. */
const CHECK_TIME = 2500;

/** What a check has come to. `unseen` says that there is nothing new: what is new is shown by itself. */
export type CheckResult = 'none' | 'running' | 'unseen';

/** A buyer's own check of the order, which is answered in any case. */
export class OrderCheck implements ReactiveController {
  #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  result: CheckResult = 'none';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.result = 'none';
  }

  start() {
    this.#set('running');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set('unseen'), CHECK_TIME);
  }

  #set(result: CheckResult) {
    this.result = result;
    this.#host.requestUpdate();
  }
}
