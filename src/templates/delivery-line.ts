import {html, nothing, type TemplateResult} from 'lit';

import {readablePhone} from '../domain/recipient.js';
import type {Delivery} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {deliverySecrets} from './delivery-secrets.js';
import {fresh} from './fresh.js';
import {eyeIcon} from './icons.js';
import {problemNotice, quietNotice} from './notice.js';
import {secretsOf} from './receipt-text.js';
import {richText} from './rich-text.js';

const DELIVERED: ReadonlySet<string> = new Set(['Succeeded', 'Completed', 'Done', '']);
/** Words in the states of a line that failed: the API documents none. Any other state is taken to go on. */
const FAILED = /fail|error|cancel|refund|reject|expire/i;

export interface DeliveryLine {
  readonly delivery: Delivery;
  /** How many of the same there are, in the first line of them; 0 in the others, which need no name. */
  readonly count: number;
  /** The line after it has the same instructions. */
  readonly isRepeated: boolean;
  /** The buyer has revealed the codes: they are cash, and are drawn only then. */
  readonly isShown: boolean;
  /** The proxy has left out what was delivered. */
  readonly isWithheld: boolean;
  /** The link to support, for a line that was not delivered. */
  readonly support: TemplateResult;
  /** Level of the step's heading. */
  readonly headingLevel: number;
  readonly messages: Messages;
  readonly onToggle: () => void;
}

/** Draws one line of an order: what was bought, and what was delivered of it or why not. */
export function deliveryLine(line: DeliveryLine): TemplateResult {
  const {delivery, count, isRepeated, headingLevel, messages} = line;
  const {brandName, label} = delivery;
  return html`<section class="line ${isRepeated ? 'repeated' : ''}">
    ${
      count > 0
        ? html`<h3 aria-level=${headingLevel + 1} translate="no">
            <span>${count > 1 ? `${count} × ` : ''}${brandName}</span><span class="number">${label}</span>
          </h3>`
        : nothing
    }
    ${isDelivered(delivery, messages) ? delivered(line) : undelivered(line)}
  </section>`;
}

/** Whether a line has arrived. */
export function isDelivered(delivery: Delivery, messages: Messages): boolean {
  const {state, failure} = delivery;
  return secretsOf(delivery, messages).length > 0 || (DELIVERED.has(state) && !failure);
}

function undelivered({delivery: {state, failure}, support, messages: {done}}: DeliveryLine): TemplateResult {
  if (!failure && !FAILED.test(state)) return quietNotice(done.pending);
  return html`${problemNotice(done.notDelivered)} ${failure && html`<p class="small muted">${failure}</p>`} ${support}`;
}

function delivered(line: DeliveryLine): TemplateResult {
  const {reference, instructions, confirmationCode, needsConfirmationCode} = line.delivery;
  const hasSecret = secretsOf(line.delivery, line.messages).length > 0;
  const {done} = line.messages;
  return html`${hasSecret ? secret(line) : html`<p>${line.isWithheld ? done.withheld : arrivalText(line.delivery, line.messages)}</p>`}
    ${needsConfirmationCode && !confirmationCode ? html`<p class="small">${done.confirmationNeeded}</p>` : nothing}
    ${reference ? html`<p class="small muted">${done.reference}: <span dir="ltr">${reference}</span></p>` : nothing}
    ${
      instructions && !line.isRepeated
        ? html`<div class="prose" part="instructions" dir="auto"><bdi class="label">${done.instructions}</bdi>${richText(instructions)}</div>`
        : nothing
    }`;
}

/** Describes where a delivery without a code has arrived. */
function arrivalText({deliveredTo, beneficiary, label}: Delivery, {done}: Messages): string {
  if (deliveredTo === 'phone' && beneficiary) return done.toppedUp(label, readablePhone(beneficiary));
  return beneficiary ? done.byEmail(beneficiary) : done.byEmailOnly;
}

/** Draws the codes, and one button that shows and hides them: the same element, so that it keeps the focus. */
function secret({delivery, isShown, messages, onToggle}: DeliveryLine): TemplateResult {
  const {done} = messages;
  return html`<div class="secret">
    ${isShown ? deliverySecrets(delivery, messages) : html`<p class="small muted">${done.hidden}</p><p class="code muted" aria-hidden="true">••••-••••-••••</p>`}
    <button type="button" class=${isShown ? 'quiet' : 'primary'} part="reveal" aria-expanded=${isShown}
      @click=${onToggle}>${isShown ? fresh(done.hide) : html`${eyeIcon}${done.reveal}`}</button>
  </div>`;
}
