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

/** Draws the choice of a coin, and of a network that it can be sent on. */
export function paymentChoice({coins, chosen, messages, onPick}: PaymentChoice): TemplateResult {
  const {payWith, network, recommended} = messages.quote;
  const sorted = recommendedFirst(coins);
  const networks = sorted.find(({name}) => name === chosen?.coin.name)?.networks ?? [];
  const isBest = chosen !== undefined && isRecommended(chosen.coin, chosen.network);
  return html`<div class="pay">
    ${selectField({
      name: 'coin',
      label: payWith,
      value: chosen?.coin.name ?? '',
      logoUrl: chosen?.coin.logoUrl,
      options: sorted.map(({name}) => ({value: name, label: name})),
      icon: chevronIcon,
      onPick: coin => onPick({coin, network: ''}),
    })}
    ${selectField({
      name: 'network',
      label: isBest ? html`${network} <span class="badge">${recommended}</span>` : network,
      value: chosen?.network.name ?? '',
      logoUrl: chosen?.network.logoUrl,
      options: networks.map(({name, label}) => ({value: name, label})),
      icon: chevronIcon,
      onPick: name => onPick({coin: chosen?.coin.name ?? '', network: name}),
    })}
  </div>`;
}
