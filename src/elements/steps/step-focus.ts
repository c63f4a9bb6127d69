import type {LitElement} from 'lit';

import {bringIntoView} from './bring-into-view.js';

/** Finds the heading of a step once it is drawn; `undefined` if it has none. */
export async function headingOf(step: LitElement): Promise<HTMLElement | undefined> {
  if (!step.hasUpdated) await step.updateComplete;
  return step.renderRoot.querySelector<HTMLElement>('[part=heading]') ?? undefined;
}

/** Keeps the focus in a step: where a render takes the focused control away, the heading gets the focus instead of `body`. */
export function keepFocus(step: LitElement) {
  // happy-dom throws where the element with the focus has left the document.
  const isInside = () => step.isConnected && Boolean(step.shadowRoot?.activeElement);
  let hadFocus = false;
  step.addController({
    hostUpdate() {
      hadFocus = isInside();
    },
    async hostUpdated() {
      if (!hadFocus || isInside()) return;
      await step.updateComplete;
      // The step has moved it meanwhile, or it went with the step.
      if (isInside() || !step.isConnected) return;
      const heading = await headingOf(step);
      heading?.focus({preventScroll: true});
      bringIntoView(heading);
    },
  });
}
