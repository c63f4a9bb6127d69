import type {LitElement} from 'lit';

/** Moves the focus to a step's heading, at once or when it is first drawn. */
export async function focusHeading(step: LitElement, options?: FocusOptions) {
  if (!step.hasUpdated) await step.updateComplete;
  step.renderRoot.querySelector<HTMLElement>('[part=heading]')?.focus(options);
}
