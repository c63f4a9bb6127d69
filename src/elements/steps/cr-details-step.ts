import {initialState, Task, TaskStatus} from '@lit/task';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';

import type {Api} from '../../api/client.js';
import type {Draft} from '../../domain/checkout.js';
import {chainOf, isAddress} from '../../domain/payment/chains/index.js';
import {knownProblem, placeOf} from '../../domain/problems.js';
import {checkRecipient, type RecipientField} from '../../domain/recipient-check.js';
import type {Network, Problem, Quote, Recipient} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {base} from '../../styles/base.js';
import {textField} from '../../templates/field.js';
import {problemNotice} from '../../templates/notice.js';
import {given, inner} from '../properties.js';
import {ignored} from '../read-attributes.js';
import {dispatchAction} from './action-event.js';
import {newReview, type OrderExtras, orderRequest, problemsError} from './order-attempt.js';
import {failureNotice, reportFailure, reportFailures} from './task-failure.js';

/** How each field is typed: the input's type, its keyboard and, but for the name, what the browser fills in. */
const TYPES = {phone: 'tel', email: 'email', name: 'text'} as const;

/** Third step: who receives it. The API is asked whether it can be ordered like this before a summary is shown. */
export class CrDetailsStep extends LitElement {
  static override styles = base;

  static override properties = {
    api: given,
    quote: given,
    problems: given,
    draft: given,
    extras: given,
    randomId: given,
    messages: given,
    language: {},
    wrong: inner,
  };

  api!: Api;
  quote!: Quote;
  problems: readonly Problem[] = [];
  draft!: Draft;
  extras!: OrderExtras & {readonly refundAddress: string};
  /** Makes the key of an attempt. */
  randomId!: () => string;
  messages!: Messages;
  language = 'en';

  private wrong: readonly RecipientField[] = [];

  #validation = new Task(this, {
    autoRun: false,
    task: async ([given]: readonly [Recipient], {signal}) => {
      const recipient = this.#withRefund(given);
      if (!recipient) return initialState;
      const request = this.#request(this.quote, recipient);
      const {coinAmount: total, problems} = await reportFailures(
        this,
        this.api.validateOrder(request, signal),
      );
      if (total && problems.length === 0) {
        dispatchAction(this, {
          type: 'review-details',
          review: newReview(total, this.quote.coinAmount, this.randomId()),
        });
      } else {
        dispatchAction(this, {type: 'failed', error: problemsError(problems)});
        dispatchAction(this, {type: 'found-problems', problems});
      }
      return initialState;
    },
  });

  /** Networks of the same coin that the API does accept, where it refused the one that was chosen. */
  #working = new Task(this, {
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

  override updated(changed: PropertyValues<this>) {
    const isNew =
      (changed.has('problems') && this.problems.length > 0) || (changed as Map<string, unknown>).has('wrong');
    if (isNew) this.renderRoot.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const {details} = this.messages;
    const isToPhone = this.quote.product.deliveredTo === 'phone';
    const isChecking = this.#validation.status === TaskStatus.PENDING;
    return html`<form class="stack" novalidate>
      ${this.problems.map(problem => this.#renderProblem(problem))} ${failureNotice(this.#validation, this.messages, () => this.#validate())}
      ${isToPhone ? this.#renderField('phone', details.phoneHint) : nothing}
      ${this.#renderField('email', isToPhone ? details.emailReceiptHint : details.emailHint)}
      ${this.draft.isNameNeeded ? this.#renderField('name', details.nameHint) : nothing}
      ${this.#chain === 'lightning' ? nothing : this.#renderRefund()}
      <button class="primary" type="submit" part="submit" @click=${this.#onSubmit} aria-disabled=${isChecking}>
        ${isChecking ? details.checking : details.submit}
      </button>
    </form>`;
  }

  #renderField(name: keyof typeof TYPES, hint: string): TemplateResult {
    const {details} = this.messages;
    const entry = name === 'name' ? 'fullName' : name;
    const type = TYPES[name];
    return textField({
      name,
      label: details[name],
      hint,
      wrong: this.#wrongText(name, details[`${name}Wrong`]),
      value: this.draft[entry],
      type,
      inputMode: type,
      autocomplete: type === 'text' ? 'name' : type,
      onInput: value => this.#onType({[entry]: value}),
    });
  }

  #renderRefund(): TemplateResult {
    const {details} = this.messages;
    const {coin, network} = this.quote;
    return html`<details ?open=${this.wrong.includes('refund-address')}>
      <summary class="small">${details.refund}</summary>
      ${textField({
        name: 'refund-address',
        label: details.refund,
        hint: details.refundHint(coin, network.label),
        wrong: this.#wrongText('refund-address', details.refundWrong(network.label)),
        value: this.draft.refundAddress,
        onInput: refundAddress => this.#onType({refundAddress}),
      })}
    </details>`;
  }

  get #chain() {
    const {coin, network} = this.quote;
    return chainOf({coin, network: network.name}, network);
  }

  #request(quote: Quote, recipient: Recipient) {
    return orderRequest(quote, recipient, {...this.extras, language: this.language});
  }

  /**
   * The recipient with a refund address of the chain that is paid on, or with none; nothing where the buyer has to look at
   * it once more. What the page gave and does not fit is not used, and the page is told.
   */
  #withRefund(recipient: Recipient): Recipient | undefined {
    const {refundAddress} = recipient;
    if (!refundAddress || isAddress(this.#chain, refundAddress)) return recipient;
    if (this.#chain !== 'lightning') {
      if (refundAddress !== this.extras.refundAddress) {
        this.wrong = ['refund-address'];
        return undefined;
      }
      reportFailure(this, 'attribute_invalid', ignored('refundAddress'));
    }
    dispatchAction(this, {type: 'enter', draft: {refundAddress: ''}});
    return {...recipient, refundAddress: undefined};
  }

  #placeOf(problem: Problem) {
    return placeOf(problem, this.quote.product.deliveredTo);
  }

  /** What the field itself gets wrong, else what the API said of it. */
  #wrongText(field: RecipientField, text: string): string | undefined {
    if (this.wrong.includes(field)) return text;
    const problem = this.problems.find(found => this.#placeOf(found) === field);
    return problem && this.#problemText(problem);
  }

  #problemText({code}: Problem): string {
    const known = knownProblem(code);
    return known ? this.messages.problems[known] : this.messages.problemUnknown(code);
  }

  /** A problem that no field of this step can mend, with the step that can. */
  #renderProblem(problem: Problem): TemplateResult | typeof nothing {
    const {changeAmount, changePayment, changeBrand, retry} = this.messages;
    const text = this.#problemText(problem);
    switch (this.#placeOf(problem)) {
      case 'email':
      case 'phone':
      case 'name':
        return nothing;
      case 'amount':
        return problemNotice(text, [
          {label: changeAmount, act: () => dispatchAction(this, {type: 'quote-again'})},
        ]);
      case 'payment':
        return problemNotice(text, [
          ...(this.#working.value ?? []).map(network => ({
            label: this.messages.details.onNetwork(this.quote.coin, network.label),
            act: () => this.#onPayOn(network),
          })),
          {label: changePayment, act: () => dispatchAction(this, {type: 'quote-again'})},
        ]);
      case 'brand':
        return problemNotice(text, [
          {label: changeBrand, act: () => dispatchAction(this, {type: 'start-over'})},
        ]);
      case 'page':
        return problemNotice(text, [{label: retry, isRetry: true, act: () => this.#validate()}]);
    }
  }

  #onPayOn({name}: Network) {
    dispatchAction(this, {type: 'enter', draft: {coin: this.quote.coin, network: name}});
    dispatchAction(this, {type: 'quote-again'});
  }

  #onType(draft: Partial<Draft>) {
    if (this.wrong.length > 0) this.wrong = [];
    dispatchAction(this, {type: 'enter', draft});
  }

  /** The button's click, which Enter in a field makes too: a frame that is sandboxed without forms submits none. */
  #onSubmit(event: Event) {
    event.preventDefault();
    this.#validate();
  }

  #validate() {
    if (this.#validation.status === TaskStatus.PENDING) return;
    const check = checkRecipient(this.draft, this.quote.product);
    this.wrong = check.type === 'wrong' ? check.fields : [];
    if (check.type === 'ok') void this.#validation.run([check.recipient]);
  }
}
