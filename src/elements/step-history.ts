import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {type Checkout, depthOf} from '../domain/checkout.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';

export interface StepHistoryHost extends ReactiveControllerHost, HTMLElement {
  /** Whether the page wants entries. */
  readonly history: boolean;
  /** Goes one step back. Returns whether it did. */
  back(): boolean;
}

/** What an entry holds beside the state of the page. Elements are named by their ids, or by their places in the page. */
interface Mark {
  /** Steps that each element could go back. */
  readonly depths: Readonly<Record<string, number>>;
  /** Element that made the entry, and how many it made in a row; `undefined` for an entry of the page. */
  readonly by?: string;
  readonly run?: number;
}

/**
 * Makes each step an entry of the browser's history, at the URL and with the state that the page has: Back goes back a step,
 * and leaves the page from the first one. An order that exists is left with the page alone, so it takes back the entries.
 */
export class StepHistory implements ReactiveController {
  #host: StepHistoryHost;
  #checkout: () => Checkout;
  #isPopping = false;

  constructor(host: StepHistoryHost, checkout: () => Checkout) {
    this.#host = host;
    this.#checkout = checkout;
    host.addController(this);
  }

  hostConnected() {
    globalThis.addEventListener('popstate', this.#onPop);
  }

  hostDisconnected() {
    globalThis.removeEventListener('popstate', this.#onPop);
  }

  /** Takes back the entries of an earlier visit: after a reload the buyer is at the first step. */
  begin() {
    this.#follow(depthOf(this.#checkout()));
  }

  /** Follows a change that the buyer made. */
  note(checkout: Checkout, previous: Checkout) {
    if (!this.#isPopping) this.#follow(depthOf(checkout), depthOf(previous));
  }

  /** Moves to the entry of a step. @param from Step before; `undefined` for that of the present entry. */
  #follow(to: number, from?: number) {
    if (!this.#host.history) return;
    const key = this.#key;
    const {depths, by, run = 0} = markOf(history.state) ?? {depths: {}};
    const before = from ?? depths[key] ?? 0;
    // Going back takes effect later: until then the present entry is one that was left.
    if (to < before && by === key) history.go(-Math.min(run, before - to));
    if (from === undefined || to <= from) return;
    replace({depths: {...depths, [key]: from}, ...(by === undefined ? {} : {by, run})});
    write('pushState', {depths: {...depths, [key]: to}, by: key, run: by === key ? run + 1 : 1});
  }

  #onPop = ({state}: PopStateEvent) => {
    const mark = markOf(state);
    if (!mark || !this.#host.history) return;
    const key = this.#key;
    this.#isPopping = true;
    while (depthOf(this.#checkout()) > (mark.depths[key] ?? 0) && this.#host.back());
    this.#isPopping = false;
    // Forward leads to no step: what was left there is no longer known.
    replace({...mark, depths: {...mark.depths, [key]: depthOf(this.#checkout())}});
  };

  get #key(): string {
    const {id, localName} = this.#host;
    return id || `${[...document.querySelectorAll(localName)].indexOf(this.#host)}`;
  }
}

function markOf(state: {crCheckout?: Mark} | null): Mark | undefined {
  return state?.crCheckout;
}

function replace(mark: Mark) {
  write('replaceState', mark);
}

/** Writes the mark beside the state of the page. Browsers refuse too many entries, and opaque origins any. */
function write(method: 'pushState' | 'replaceState', crCheckout: Mark) {
  tryOrUndefined(() => history[method]({...history.state, crCheckout}, '', location.href));
}
