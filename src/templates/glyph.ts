import {html, type TemplateResult} from 'lit';

import type {Situation} from '../domain/standing.js';
import {checkIcon, clockIcon, warningIcon} from './icons.js';

const GOOD: ReadonlySet<Situation> = new Set(['paid', 'overpaid', 'refunded', 'done']);
/** What goes on by itself. */
const CALM: ReadonlySet<Situation> = new Set([
  'waiting',
  'detected',
  'preparing',
  'onHold',
  'checking',
  'partial',
]);

/** Draws the face of an order beside its heading: a check, a clock or an alert, each in its colour. */
export function glyph(situation: Situation): TemplateResult {
  const [tone, icon] = GOOD.has(situation)
    ? (['good', checkIcon] as const)
    : CALM.has(situation)
      ? (['calm', clockIcon] as const)
      : (['bad', warningIcon] as const);
  return html`<span class="glyph ${tone}" part="glyph">${icon}</span>`;
}
