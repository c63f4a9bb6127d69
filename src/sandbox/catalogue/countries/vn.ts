import {brand, byPhone, fixed, plans, range, topup} from '../offers.js';
import type {CountrySpec} from '../spec.js';
import {travelEsim} from './travel-esim.js';

export const vietnam: CountrySpec = {
  currency: 'VND',
  phone: {prefix: '84', digits: [9, 10]},
  brands: [
    travelEsim,
    brand('Chợ Sen', 'e-commerce', '#d81159', range('VND', 50000, 5000000, 10000, 500000), {
      popular: true,
      also: ['retail'],
    }),
    brand('Mua Nhanh', 'e-commerce', '#f77f00', fixed('VND', 100000, 200000, 500000), {popular: true}),
    brand('Điện Máy Sao', 'electronics', '#14213d', fixed('VND', 200000, 500000, 1000000)),
    brand('Phở Bình Minh', 'food', '#9d0208', fixed('VND', 100000, 200000), {popular: true}),
    brand('Cà Phê Mây', 'food', '#6f4518', range('VND', 50000, 1000000, 10000, 100000), {popular: true}),
    brand('Rau Nhà', 'groceries', '#70e000', range('VND', 100000, 2000000, 50000)),
    brand('Rồng Game', 'games', '#370617', fixed('VND', 20000, 50000, 100000, 200000), {
      also: ['entertainment'],
    }),
    brand('Buxworld', 'games', '#f8f9fa', plans('USD', ['800 Bux', '10.00'], ['2200 Bux', '25.00'])),
    brand(
      'Phim Hay',
      'streaming',
      '#3a0ca3',
      plans('VND', ['1 month', '79000.00'], ['12 months', '790000.00']),
    ),
    brand('Lụa Hội An', 'apparel_clothing', '#fdf0d5', fixed('VND', 200000, 500000)),
    brand('Sen Trắng Spa', 'health_beauty', '#ffe5ec', fixed('VND', 300000, 500000), {stock: 'out'}),
    brand('Cánh Cò Air', 'travel_flights', '#0096c7', range('VND', 500000, 10000000, 100000, 1000000)),
    brand('Quà Tết', 'other_products', '#c1121f', fixed('VND', 100000), {stock: 'ghost', ungrouped: true}),
    brand(
      'Sóng Mobile',
      'mobile_credits',
      '#ee9b00',
      byPhone(fixed('VND', 10000, 20000, 50000, 100000, 200000)),
      {...topup, popular: true},
    ),
    brand(
      'Tre Xanh',
      'mobile_talk_time',
      '#008000',
      byPhone(range('VND', 10000, 500000, 10000, 50000)),
      topup,
    ),
    brand(
      'Tre Xanh Data',
      'mobile_data',
      '#38b000',
      byPhone(plans('VND', ['3 GB 30 days', '70000.00', '3'], ['Unlimited 30 days', '200000.00', '-1'])),
      {...topup, family: 'Tre Xanh'},
    ),
  ],
};
