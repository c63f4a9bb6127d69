import type {SeededRandom} from '../../support/seeded-random.js';
import {byPhone, fixed, plans, range, styled} from '../offers.js';
import type {Offer, Plan} from '../spec.js';

/** Draws what a brand sells, all of which can be bought. `currency` is the country's. */
export type DrawOffers = (random: SeededRandom, currency: string) => readonly Offer[];

/** Draws a range or a few amounts, for every eighth brand in another currency. */
export const cards: DrawOffers = (random, currency) => {
  const own = random.below(8) > 0;
  const name = own ? currency : random.pick(['USD', 'EUR', 'GBP', 'AUD', 'CAD', 'IQD', 'SSP']);
  return [random.below(5) < 3 ? anyAmount(random, name) : someAmounts(random, name)];
};

/** Draws units of a game, an edition, or money for a game's shop. */
export const games: DrawOffers = (random, currency) => {
  const kind = random.below(5);
  if (kind > 2) return cards(random, currency);
  if (kind === 2) return [plans('USD', [random.pick(editions), '29.99'])];
  const unit = random.pick(units);
  const base = random.pick([60, 100, 500, 800, 1000, 1720]);
  const rows = [1, 2.5, 5, 11.5].map(
    (times): Plan => [`${Math.round(base * times)} ${unit}`, (times * 9.99).toFixed(2)],
  );
  return [plans('USD', ...rows)];
};

/** Draws months, and for some brands amounts of money beside them. */
export const subscriptions: DrawOffers = (random, currency) => {
  const monthly = 5 + random.below(20);
  const months = plans(
    'USD',
    ['1 month', `${monthly}.99`],
    ['3 months', `${monthly * 3 - 1}.99`],
    ['12 months', `${monthly * 10}.00`],
  );
  return random.below(4) === 0 ? [months, fixed(currency, ...scaled([15, 44.99], currency))] : [months];
};

/** Draws travel eSIMs, delivered by e-mail. */
export const esims: DrawOffers = random => [plans('USD', ...dataPlans(random))];

/** Draws data plans for a phone, and for some brands any amount of money beside them. */
export const mobileData: DrawOffers = (random, currency) => {
  const night: Plan = ['250MB Night Plan (12 - 5 AM)', '2.00', '0.25'];
  const data = byPhone(plans('USD', ...(random.below(3) === 0 ? [night] : []), ...dataPlans(random)));
  return random.below(4) === 0 ? [data, byPhone(anyAmount(random, currency))] : [data];
};

/** Draws bundles of minutes, messages and data. */
export const bundles: DrawOffers = random => {
  const minutes = 10 * (1 + random.below(15));
  return [
    byPhone(
      plans(
        'USD',
        [`${minutes} Minutes 1 Day`, '2.00'],
        [`${minutes * 4} Minutes 12 GB 5 SMS 30 Days`, '9.50'],
      ),
    ),
  ];
};

/** Draws credit for a phone; some operators sell a code by e-mail at the same prices. */
export const topups: DrawOffers = (random, currency) => {
  const kind = random.below(6);
  if (kind < 2) return [byPhone(anyAmount(random, currency))];
  const amounts = someAmounts(random, currency);
  return kind < 5
    ? [byPhone(amounts)]
    : [byPhone(styled(amounts, 'sign')), styled({...amounts, amounts: amounts.amounts.slice(0, 2)}, 'pin')];
};

function anyAmount(random: SeededRandom, currency: string) {
  const step = random.pick([0.5, 1, 1, 1, 5]);
  // Both limits are on the step.
  const min = random.pick(step === 5 ? [5, 10, 15, 25] : [2, 5, 10, 15, 25]);
  const max = random.pick([100, 150, 200, 250, 500, 1000]);
  const [low, high, stride] = scaled([min, max, step], currency).map(Number);
  return range(currency, low ?? 0, high ?? 0, stride ?? 1);
}

function someAmounts(random: SeededRandom, currency: string) {
  const menu = random.pick([
    [5, 10, 25, 50],
    [10, 15, 25, 50, 100],
    [25, 50],
    [20, 50, 100, 200, 500],
    [11.99, 23.99, 47.99],
    [35],
  ]);
  return fixed(currency, ...scaled(menu, currency));
}

/** Converts dollars to round amounts of the currency. */
function scaled(amounts: readonly number[], currency: string): string[] {
  const unit = scales[currency] ?? 1;
  return amounts.map(amount => String(unit === 1 ? amount : Math.round(amount * 2) * (unit / 2)));
}

function dataPlans(random: SeededRandom): readonly Plan[] {
  const days = random.pick([3, 7, 30]);
  const price = 3 + random.below(4);
  const unlimited: Plan = [`Unlimited ${days} days`, `${price * 9}.00`, '-1'];
  return [
    [`1 GB ${days} days`, `${price}.50`, '1'],
    [`5 GB ${days} days`, `${price * 3}.50`, '5'],
    ...(random.below(2) === 0 ? [unlimited] : []),
    ['50 GB 90 days', `${price * 12}.00`, '50'],
  ];
}

const scales: Readonly<Record<string, number>> = {NGN: 1000, VND: 25_000, IQD: 1000, SSP: 4000};
const units = ['Bux', 'SC', 'Coins', 'Gems', 'Embers', 'Stars'];
const editions = ['Java & Bedrock Ed', 'Deluxe Edition', 'Season Pass'];
