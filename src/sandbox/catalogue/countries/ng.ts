import {brand, byPhone, fixed, plans, range, topup} from '../offers.js';
import type {CountrySpec} from '../spec.js';
import {travelEsim} from './travel-esim.js';

/** Sells mostly telephony: one operator has four brands of one family, as in the real listing. */
export const nigeria: CountrySpec = {
  currency: 'NGN',
  phone: {prefix: '234', digits: [10, 10]},
  brands: [
    travelEsim,
    brand('Kora Mobile', 'mobile_talk_time', '#e5383b', byPhone(range('NGN', 50, 100000, 50, 1000)), {
      ...topup,
      family: 'Kora',
      popular: true,
      also: ['mobile_credits'],
    }),
    brand(
      'Kora Data',
      'mobile_data',
      '#ba181b',
      byPhone(
        plans(
          'NGN',
          ['250MB Night Plan (12 - 5 AM)', '100.00', '0.25'],
          ['1.5 GB 30 days', '1200.00', '1.5'],
          ['Unlimited 7 days', '5000.00', '-1'],
        ),
      ),
      {...topup, family: 'Kora', labels: ['250MB Night Plan (12 - 5 AM)', 'NGN100,000']},
    ),
    brand(
      'Kora Credits',
      'mobile_credits',
      '#a4161a',
      byPhone(fixed('NGN', 100, 200, 500, 1000, '43442.80')),
      {...topup, family: 'Kora'},
    ),
    brand(
      'Kora Bundle',
      'mobile_bundle',
      '#660708',
      byPhone(plans('NGN', ['Talk 300', '300.00'], ['Talk 1000', '1000.00'])),
      {...topup, family: 'Kora'},
    ),
    brand('Savanna Tel', 'mobile_talk_time', '#ffb703', byPhone(range('NGN', 100, 50000, 100, 2000)), {
      ...topup,
      popular: true,
    }),
    brand('Harmattan 9', 'mobile_credits', '#007f5f', byPhone(fixed('NGN', 100, 500, 1000, 5000)), topup),
    brand(
      'Delta Data',
      'mobile_data',
      '#90be6d',
      byPhone(plans('NGN', ['2 GB 30 days', '1500.00', '2'], ['10 GB 30 days', '5500.00', '10'])),
      topup,
    ),
    brand('Lagos Lane', 'e-commerce', '#ec9b3c', range('NGN', 1000, 200000, 500, 10000), {
      popular: true,
      also: ['retail', 'electronics'],
    }),
    brand('Baza Online', 'e-commerce', '#264653', fixed('NGN', 2000, 5000, 10000, 25000)),
    brand('Golden Voucher USD', 'e-commerce', '#000', range('USD', 1, 200, 1, 20), {also: ['games']}),
    brand('Suya Spot', 'food', '#9a031e', fixed('NGN', 2500, 5000, 10000), {popular: true}),
    brand('Oja Fresh', 'groceries', '#55a630', range('NGN', 2000, 100000, 500, 10000)),
    brand('Buxworld', 'games', '#f8f9fa', plans('USD', ['800 Bux', '10.00'], ['10000 Bux', '100.00']), {
      also: ['entertainment'],
    }),
    brand('Blockadia', 'entertainment', '#151415', plans('USD', ['Java & Bedrock Ed', '29.99']), {
      also: ['games'],
    }),
    brand('Skirmish Mobile', 'games', '#040404', plans('USD', ['60 SC', '0.99'], ['40500 SC', '499.00'])),
    brand(
      'Naija Screen',
      'streaming',
      '#5a189a',
      plans('NGN', ['1 month', '3600.00'], ['3 months', '9900.00']),
      {also: ['entertainment']},
    ),
    brand('Ankara House', 'apparel_clothing', '#f15bb5', fixed('NGN', 5000, 10000, 25000), {stock: 'out'}),
    brand('Sahel Wings', 'travel_flights', '#0a9396', range('NGN', 20000, 1000000, 5000, 100000)),
    brand('Rewardable AUD', 'other_products', '#3c096c', fixed('AUD', 2, 10, 50), {refuses: ['USDC/Base']}),
    brand('Rewardable Chat', 'other_products', '#10a37f', range('USD', 30, 1000, 1, 50), {
      stock: 'out',
      labels: ['$30', '$1,000'],
    }),
    brand('Eko Gifts', 'other_products', '#8338ec', fixed('NGN', 5000), {stock: 'ghost', ungrouped: true}),
  ],
};
