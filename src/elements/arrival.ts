import type {LitElement, ReactiveController} from 'lit';

import {type Checkout, isNetworkAcknowledged, isSameScreen, orderOf} from '../domain/checkout.js';
import {BuyerPresence} from './buyer-presence.js';
import {bringIntoView} from './steps/bring-into-view.js';
import {headingOf} from './steps/step-focus.js';

/** What an arrival does for a buyer who acted in the checkout, for one who waits for the delivery, and for others. */
type Manner = 'bring' | 'focus' | 'announce';

/**
 * Arrives at each new screen in the one way: for a buyer who acted inside, its heading is brought into view and gets the
 * focus; a delivery takes a focus that is nowhere; every other arrival is announced, and nothing moves.
 */
export class Arrival implements ReactiveController {
  #host: LitElement;
  #presence: BuyerPresence;
  #due: {readonly manner: Manner; readonly isDelivery: boolean} | undefined;

  /** Text of the live region; '' while there is nothing to announce. */
  announcement = '';

  constructor(host: LitElement) {
    this.#host = host;
    this.#presence = new BuyerPresence(host);
    host.addController(this);
  }

  /** Notes a change of the checkout; returns whether it leads to a new screen. */
  note(checkout: Checkout, previous: Checkout): boolean {
    const isNew =
      !isSameScreen(checkout, previous) ||
      isNetworkAcknowledged(checkout) !== isNetworkAcknowledged(previous);
    if (!isNew) return false;
    const isDelivery = checkout.step === 'done' && orderOf(previous) !== undefined;
    const isNowhere = (document.activeElement ?? document.body) === document.body;
    const manner = this.#presence.isInside ? 'bring' : isDelivery && isNowhere ? 'focus' : 'announce';
    this.#due = {manner, isDelivery};
    return true;
  }

  /** Moves the focus to the buttons in the place of one that was pressed, which asks whether to leave an open order. */
  async focusAnswer() {
    await this.#host.updateComplete;
    const buttons = '.body > button:last-child, .body > .notice button';
    this.#host.renderRoot.querySelector<HTMLElement>(buttons)?.focus();
  }

  /** Moves the focus to the heading of the step on screen. */
  async focus(options: FocusOptions = {preventScroll: true}) {
    await this.#host.updateComplete;
    const step = this.#step;
    if (step) (await headingOf(step))?.focus(options);
  }

  hostUpdated() {
    const step = this.#due && this.#step;
    if (step) void this.#arrive(step);
  }

  /** The element of the step on screen; `undefined` while there is none, or none that is defined. */
  get #step(): LitElement | undefined {
    const step = this.#host.renderRoot?.querySelector<LitElement>('.body > *');
    return step && 'updateComplete' in step ? step : undefined;
  }

  async #arrive(step: LitElement) {
    const {manner, isDelivery} = this.#due ?? {};
    this.#due = undefined;
    await step.updateComplete;
    const heading = await headingOf(step);
    if (manner !== 'announce') heading?.focus({preventScroll: true});
    if (manner === 'bring') bringIntoView(heading);
    const isSaid = manner !== 'announce' && !isDelivery;
    const announcement = (!isSaid && heading?.textContent?.trim()) || '';
    if (announcement === this.announcement) return;
    this.announcement = announcement;
    this.#host.requestUpdate();
  }
}
