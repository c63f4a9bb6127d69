import {brand, byPhone, fixed, plans, range, topup} from '../offers.js';
import type {CountrySpec} from '../spec.js';
import {travelEsim} from './travel-esim.js';

export const brazil: CountrySpec = {
  currency: 'BRL',
  phone: {prefix: '55', digits: [10, 11]},
  brands: [
    travelEsim,
    brand('Feira Livre', 'e-commerce', '#386641', range('BRL', 20, 1000, 10, 100), {
      popular: true,
      also: ['retail'],
    }),
    brand('Compra Certa', 'e-commerce', '#ffbe0b', fixed('BRL', 30, 50, 100, 250), {popular: true}),
    brand('Ipê Eletrônicos', 'electronics', '#14213d', fixed('BRL', 100, 250, 500)),
    brand('Boteco do Bairro', 'food', '#bc3908', fixed('BRL', 30, 50, 100), {popular: true}),
    brand('Marmita Já', 'food', '#ef233c', range('BRL', 20, 300, 5, 50)),
    brand('Hortinha', 'groceries', '#a7c957', range('BRL', 50, 500, 10)),
    brand('Jogatina', 'games', '#3c096c', fixed('BRL', 20, 50, 100), {
      popular: true,
      also: ['entertainment'],
    }),
    brand('Buxworld', 'games', '#f8f9fa', plans('BRL', ['800 Bux', '54.90'], ['2200 Bux', '139.90'])),
    brand('Skirmish Mobile', 'games', '#040404', plans('USD', ['60 SC', '0.99'], ['660 SC', '9.99'])),
    brand('Telona', 'streaming', '#7209b7', plans('BRL', ['1 month', '29.90'], ['3 months', '84.90'])),
    brand('Chinelaria', 'apparel_clothing', '#06d6a0', fixed('BRL', 50, 100)),
    brand('Rosa Brava', 'health_beauty', '#ffccd5', fixed('BRL', 50, 100, 200), {stock: 'out'}),
    brand('Azulim Linhas', 'travel_flights', '#118ab2', range('BRL', 200, 3000, 50, 500)),
    brand('Rede Tudo', 'other_products', '#6c757d', fixed('BRL', 50), {stock: 'ghost', ungrouped: true}),
    brand('Sabiá Móvel', 'mobile_credits', '#e85d04', byPhone(fixed('BRL', 15, 20, 30, 50, 100)), {
      ...topup,
      popular: true,
    }),
    brand('Arara Pré', 'mobile_talk_time', '#0353a4', byPhone(fixed('BRL', 15, 25, 40)), topup),
  ],
};
