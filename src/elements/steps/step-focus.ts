import type {LitElement, ReactiveController} from 'lit';

import {bringIntoView} from './bring-into-view.js';

/** Finds the heading of a step once it is drawn; `undefined` if it has none. */
export async function headingOf(step: LitElement): Promise<HTMLElement | undefined> {
  if (!step.hasUpdated) await step.updateComplete;
  return step.renderRoot.querySelector<HTMLElement>('[part=heading]') ?? undefined;
}

/** Keeps the focus in a step: where a render takes the focused control away, the heading gets the focus instead of `body`. */
export class StepFocus implements ReactiveController {
  #step: LitElement;
  #hadFocus = false;

  constructor(step: LitElement) {
    this.#step = step;
    step.addController(this);
  }

  hostUpdate() {
    this.#hadFocus = this.#isInside;
  }

  hostUpdated() {
    if (this.#hadFocus && !this.#isInside) void this.#step.updateComplete.then(() => this.#onLost());
  }

  /** Moves the focus to the heading, and returns it; `undefined` if there is none. */
  async focusHeading(options: FocusOptions = {preventScroll: true}): Promise<HTMLElement | undefined> {
    const heading = await headingOf(this.#step);
    heading?.focus(options);
    return heading;
  }

  get #isInside(): boolean {
    return Boolean(this.#step.shadowRoot?.activeElement);
  }

  /** Leaves the focus where the step has moved it meanwhile, or where it went with the step. */
  async #onLost() {
    if (this.#step.isConnected && !this.#isInside) bringIntoView(await this.focusHeading());
  }
}
