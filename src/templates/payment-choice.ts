import {html, type TemplateResult} from 'lit';

import {isRecommended, recommendedFirst} from '../domain/payment-choice.js';
import type {Coin, Network} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {selectField} from './field.js';
import {chevronIcon} from './icons.js';

export interface PaymentChoice {
  readonly coins: readonly Coin[];
  readonly chosen: {readonly coin: Coin; readonly network: Network} | undefined;
  readonly messages: Messages;
  readonly onPick: (payment: {coin: string; network: string}) => void;
}

/** The coin, then the networks it can be sent on. */
export function paymentChoice({coins, chosen, messages, onPick}: PaymentChoice): TemplateResult {
  const {quote} = messages;
  const networkLabel = (network: Network) =>
    chosen && isRecommended(chosen.coin, network) ? `${network.label} · ${quote.recommended}` : network.label;
  return html`<div class="pay">
    ${selectField({
      name: 'coin',
      label: quote.payWith,
      value: chosen?.coin.name ?? '',
      options: recommendedFirst(coins).map(({name}) => ({value: name, label: name})),
      icon: chevronIcon,
      onPick: coin => onPick({coin, network: ''}),
    })}
    ${selectField({
      name: 'network',
      label: quote.network,
      value: chosen?.network.name ?? '',
      options: (chosen?.coin.networks ?? []).map(network => ({
        value: network.name,
        label: networkLabel(network),
      })),
      icon: chevronIcon,
      onPick: network => onPick({coin: chosen?.coin.name ?? '', network}),
    })}
  </div>`;
}
