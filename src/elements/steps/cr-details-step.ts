import {initialState, Task, TaskStatus} from '@lit/task';
import {html, LitElement, type PropertyValues} from 'lit';

import type {Api} from '../../api/client.js';
import type {Draft} from '../../domain/draft.js';
import {placeOf} from '../../domain/problems.js';
import {checkRecipient, type RecipientField} from '../../domain/recipient-check.js';
import type {Network, Problem, Quote, Recipient} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {step} from '../../styles/step.js';
import {sentence} from '../../templates/fresh.js';
import {orderProblem, problemText} from '../../templates/order-problem.js';
import {recipientFields} from '../../templates/recipient-fields.js';
import {stepHeading} from '../../templates/step-heading.js';
import {ignoredMessage} from '../read-attributes.js';
import {reactive} from '../widgets/reactive.js';
import {dispatchAction} from './action-event.js';
import {dispatchNotice} from './notice-event.js';
import {newReview, type OrderExtras, problemsError} from './order-attempt.js';
import {hasRefundAddress, isRefundable} from './refund-check.js';
import {keepFocus} from './step-focus.js';
import {failureNotice, reportFailure, reportFailures} from './task-failure.js';

/** Third step: who receives it. The API validates the order before its summary is shown. */
export class CrDetailsStep extends LitElement {
  static override properties = reactive(
    'api quote problems draft settings randomId messages headingLevel language',
    'wrong isRefundOpen',
  );
  static override styles = step;

  api!: Api;
  quote!: Quote;
  problems: readonly Problem[] = [];
  draft!: Draft;
  settings!: OrderExtras & {readonly refundAddress: string};
  /** Makes the idempotency key of an attempt. */
  randomId!: () => string;
  messages!: Messages;
  /** Level of the heading, 2 to 6. */
  headingLevel = 2;
  language = 'en';

  private wrong: readonly RecipientField[] = [];
  private isRefundOpen = false;

  #validation = new Task(this, {
    autoRun: false,
    task: async ([given]: readonly [Recipient], {signal}) => {
      const recipient = this.#withValidRefund(given);
      if (recipient) await this.#validateOrder(recipient, signal);
      return initialState;
    },
  });

  /** Networks of the same coin that the API accepts, if it refused the one that was chosen. */
  #networks = new Task(this, {
    args: () => [this.problems] as const,
    task: async ([problems], {signal}) => {
      const check = checkRecipient(this.draft, this.quote.product);
      const isRefused = problems.some(problem => this.#placeOf(problem) === 'payment');
      if (!isRefused || check.type === 'wrong') return [];
      const others = (this.quote.alternatives ?? []).map(async network => {
        const request = this.#request({...this.quote, network}, check.recipient);
        const {problems: left} = await this.api.validateOrder(request, signal);
        return left.length === 0 ? [network] : [];
      });
      return (await Promise.all(others.map(other => other.catch(() => [])))).flat();
    },
  });

  constructor() {
    super();
    keepFocus(this);
  }

  override updated(changed: PropertyValues<this>) {
    const isNew =
      (changed.has('problems') && this.problems.length > 0) || (changed as Map<string, unknown>).has('wrong');
    if (isNew) this.renderRoot.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const {details} = this.messages;
    const isChecking = this.#validation.status === TaskStatus.PENDING;
    return html`${stepHeading(details.heading, {level: this.headingLevel})}<slot></slot>
      <form class="stack" novalidate>
        ${this.#renderProblems()} ${failureNotice(this.#validation, this.messages, () => this.#validate())}
        ${this.#renderFields()}
        <button class="primary" type="submit" part="submit" @click=${this.#onSubmit} aria-disabled=${isChecking}>
          ${sentence(isChecking ? details.checking : details.submit)}
        </button>
      </form>`;
  }

  #renderProblems() {
    const {quote, messages} = this;
    return this.problems.map(problem =>
      orderProblem(problem, {
        quote,
        networks: this.#networks.value ?? [],
        messages,
        onQuoteAgain: () => dispatchAction(this, {type: 'quote-again'}),
        onNetwork: network => this.#onNetwork(network),
        onStartOver: () => dispatchAction(this, {type: 'start-over'}),
        onRetry: () => this.#validate(),
      }),
    );
  }

  #renderFields() {
    const {draft, quote, wrong, messages} = this;
    return recipientFields({
      draft,
      quote,
      hasRefund: hasRefundAddress(quote),
      isRefundOpen: this.isRefundOpen,
      onRefundToggle: isOpen => {
        this.isRefundOpen = isOpen;
      },
      wrong,
      problemOf: field => this.#problemOf(field),
      messages,
      onInput: change => this.#onInput(change),
    });
  }

  #placeOf(problem: Problem) {
    return placeOf(problem, this.quote.product.deliveredTo);
  }

  #problemOf(field: RecipientField): string | undefined {
    const problem = this.problems.find(found => this.#placeOf(found) === field);
    return problem && problemText(problem, this.messages);
  }

  #request(quote: Quote, recipient: Recipient) {
    return {quote, recipient, utmSource: this.settings.utmSource, language: this.language};
  }

  async #validateOrder(recipient: Recipient, signal: AbortSignal) {
    const request = this.#request(this.quote, recipient);
    const {coinAmount: total, problems} = await reportFailures(this, this.api.validateOrder(request, signal));
    if (total && problems.length === 0) {
      const review = newReview(total, this.quote.coinAmount, this.randomId());
      dispatchAction(this, {type: 'review-details', review});
    } else {
      dispatchNotice(this, {type: 'error', error: problemsError(problems)});
      dispatchAction(this, {type: 'found-problems', problems});
    }
  }

  /**
   * Returns the recipient without a refund address that the page gave for another network, which is reported to the page;
   * `undefined` if the buyer typed it and has to correct it.
   */
  #withValidRefund(recipient: Recipient): Recipient | undefined {
    if (isRefundable(recipient, this.quote)) return recipient;
    const hasField = hasRefundAddress(this.quote);
    if (hasField && recipient.refundAddress !== this.settings.refundAddress) {
      this.wrong = ['refund-address'];
      this.isRefundOpen = true;
      return undefined;
    }
    if (hasField) reportFailure(this, 'attribute_invalid', ignoredMessage('refundAddress'));
    dispatchAction(this, {type: 'enter', draft: {refundAddress: ''}});
    return {...recipient, refundAddress: undefined};
  }

  #validate() {
    if (this.#validation.status === TaskStatus.PENDING) return;
    const check = checkRecipient(this.draft, this.quote.product);
    this.wrong = check.type === 'wrong' ? check.fields : [];
    if (check.type === 'ok') void this.#validation.run([check.recipient]);
  }

  #onNetwork({name}: Network) {
    dispatchAction(this, {type: 'enter', draft: {coin: this.quote.coin, network: name}});
    dispatchAction(this, {type: 'quote-again'});
  }

  #onInput(draft: Partial<Draft>) {
    if (this.wrong.length > 0) this.wrong = [];
    dispatchAction(this, {type: 'enter', draft});
  }

  /** Listens to the button's click, which Enter in a field makes too: a frame that is sandboxed without forms submits none. */
  #onSubmit(event: Event) {
    event.preventDefault();
    this.#validate();
  }
}
