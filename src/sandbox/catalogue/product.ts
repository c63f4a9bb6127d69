import {seededUuid} from '../support/seeded-random.js';
import {moneyLabel} from './currencies.js';
import type {DeliveryType, FixedOffer, Offer} from './spec.js';

/** A row of the product listing. */
export interface Product {
  readonly id: string;
  /** As an order must spell it; `range` for any amount within limits. */
  readonly denomination: string;
  /** The denomination as shown to people. */
  readonly label: string;
  readonly currency: string;
  readonly delivery: DeliveryType;
  readonly price: FixedPrice | RangePrice;
  /** Named by its content, so that it has no face value. */
  readonly isPlan: boolean;
  /** Of a data plan; "-1" is unlimited. */
  readonly gigabytes?: string;
}

/** Amounts are decimal strings in the product's currency. */
export interface FixedPrice {
  readonly type: 'fixed';
  readonly amount: string;
}

export interface RangePrice {
  readonly type: 'range';
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly standard: string;
}

/** Builds the products of an offer; their ids follow from the brand's id. */
export function buildProducts(brandId: string, offer: Offer): Product[] {
  const {currency, delivery} = offer;
  const id = (denomination: string) => seededUuid('product', brandId, denomination);
  switch (offer.type) {
    case 'range': {
      const {type, min, max, step, standard} = offer;
      const label = `${moneyLabel(min, currency)} - ${moneyLabel(max, currency)}`;
      const price = {type, min, max, step, standard} as const;
      return [{id: id('range'), denomination: 'range', label, currency, delivery, price, isPlan: false}];
    }
    case 'fixed':
      return offer.amounts.map(amount => {
        const label = moneyLabel(amount, currency);
        const denomination = denominationOf(offer, amount);
        const price = {type: 'fixed', amount} as const;
        return {id: id(denomination), denomination, label, currency, delivery, price, isPlan: false};
      });
    case 'plan':
      return offer.rows.map(([denomination, amount, gigabytes]) => ({
        id: id(denomination),
        denomination,
        label: denomination,
        currency,
        delivery,
        price: {type: 'fixed', amount},
        isPlan: true,
        ...(gigabytes === undefined ? {} : {gigabytes}),
      }));
  }
}

function denominationOf({style, currency}: FixedOffer, amount: string): string {
  switch (style) {
    case 'code':
      return `${amount} ${currency}`;
    case 'sign':
      return moneyLabel(amount, currency);
    case 'pin':
      return `${amount} ${currency} - PIN`;
  }
}
