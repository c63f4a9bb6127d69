import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What a buyer does. A press counts by itself: Safari gives a button that is pressed no focus. */
const ACTS = ['pointerdown', 'click', 'focusin'] as const;

/** Knows whether the last thing that the buyer pressed or focused on the page is inside of an element. */
export class BuyerPresence implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #isHere = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    for (const type of ACTS) {
      document.addEventListener(type, this.#onAct, true);
      this.#host.addEventListener(type, this.#onOwnAct, true);
    }
  }

  hostDisconnected() {
    for (const type of ACTS) {
      document.removeEventListener(type, this.#onAct, true);
      this.#host.removeEventListener(type, this.#onOwnAct, true);
    }
  }

  get isInside(): boolean {
    return this.#isHere || this.#host.matches(':focus-within');
  }

  /** Comes before `#onOwnAct` for an act in the element: it is on its way down from the document. */
  #onAct = () => {
    this.#isHere = false;
  };

  #onOwnAct = () => {
    this.#isHere = true;
  };
}
