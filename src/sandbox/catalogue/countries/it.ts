import {brand, byPhone, fixed, plans, range, styled, topup} from '../offers.js';
import type {CountrySpec} from '../spec.js';
import {travelEsim} from './travel-esim.js';

export const italy: CountrySpec = {
  currency: 'EUR',
  phone: {prefix: '39', digits: [9, 10]},
  brands: [
    travelEsim,
    brand('Borgo Digitale', 'e-commerce', '#0b132b', range('EUR', 5, 500, 1, 50), {
      popular: true,
      also: ['electronics'],
    }),
    brand('Mercatino', 'e-commerce', '#f77f00', fixed('EUR', 10, 25, 50, 100), {popular: true}),
    brand('Elettra', 'electronics', '#ffd166', fixed('EUR', 25, 50, 100)),
    brand('Forno Allegro', 'food', '#ae2012', range('EUR', 10, 100, 5), {popular: true}),
    brand('Caffè Paloma', 'food', '#3e1f0d', fixed('EUR', 5, 10, 20)),
    brand('Spesa Facile', 'groceries', '#2a9d8f', range('EUR', 20, 250, 1, 50)),
    brand('Giocoforza', 'games', '#240046', fixed('EUR', 5, 10, 20, 50), {
      popular: true,
      also: ['entertainment'],
    }),
    brand('Pixelhaven', 'games', '#3a0ca3', fixed('EUR', 10, 25, 50)),
    brand('Buxworld', 'games', '#f8f9fa', plans('EUR', ['800 Bux', '10.00'], ['2200 Bux', '25.00'])),
    brand(
      'Serata Cinema',
      'streaming',
      '#9b2226',
      plans('EUR', ['1 month', '12.99'], ['12 months', '119.00']),
    ),
    brand('Bottega Lana', 'apparel_clothing', '#edede9', range('EUR', 25, 500, 5, 100)),
    brand('Scarpe & Via', 'apparel_clothing', '#fff', fixed('EUR', 25, 50), {slug: 'scarpe&via'}),
    brand('Ulivo', 'health_beauty', '#588157', fixed('EUR', 15, 30)),
    brand('Vento Air', 'travel_flights', '#0077b6', range('EUR', 50, 1000, 10, 150)),
    brand('Lido Hotels', 'travel_flights', '#48cae4', fixed('EUR', 50, 100, 200), {stock: 'out'}),
    brand('Casa Serena', 'home', '#d4a373', fixed('EUR', 25, 50), {ungrouped: true}),
    brand('Carta Tutto', 'other_products', '#6c757d', fixed('EUR', 25, 50), {stock: 'absent'}),
    brand('Rewardable USD', 'other_products', '#3c096c', fixed('USD', 10, 25)),
    brand(
      'Brezza',
      'mobile_talk_time',
      '#ff9e00',
      [byPhone(styled(fixed('EUR', 5, 10, 15, 25), 'sign')), styled(fixed('EUR', 5, 10, 15, 25), 'pin')],
      {...topup, popular: true},
    ),
    brand('TelAlto', 'mobile_credits', '#003566', byPhone(fixed('EUR', 5, 10, 20, 30)), topup),
    brand(
      'Onda Data',
      'mobile_data',
      '#90e0ef',
      byPhone(plans('EUR', ['20 GB 30 days', '9.99', '20'], ['Unlimited 30 days', '19.99', '-1'])),
      {...topup, family: 'Onda'},
    ),
  ],
};
