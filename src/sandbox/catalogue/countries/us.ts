import {brand, byPhone, type CountrySpec, fixed, plans, range} from '../spec.js';
import {travelEsim} from './travel-esim.js';

const topup = {kind: 'mobile_recharge'} as const;

/** The widest shelf: every kind of row that the API is known to have stands here at least once. */
export const unitedStates: CountrySpec = {
  currency: 'USD',
  phone: {prefix: '1', digits: [10, 10]},
  brands: [
    travelEsim,
    brand('Northbeam', 'e-commerce', '#14213d', range('USD', 5, 500, 1), {
      popular: true,
      also: ['electronics', 'books_learning'],
    }),
    brand('Larkstall', 'e-commerce', '#fff4e0', range('USD', 10, 1000, 0.5, 50), {popular: true}),
    brand('Mercado Nine', 'e-commerce', '#7a1f3d', fixed('USD', 10, 25, 50, 100, 200), {also: ['retail']}),
    brand('Parcelwood', 'e-commerce', '#22543d', range('USD', 15, 500, 5)),
    brand('Harbor & Main', 'retail', '#0b3954', fixed('USD', 25, 50, 100, 250), {
      popular: true,
      slug: 'harbor&main',
    }),
    brand('Common Thread', 'retail', '#f2e9e4', range('USD', 10, 250, 1), {also: ['apparel_clothing']}),
    brand('1 900 Bouquets', 'retail', '#4c347b', fixed('USD', 15, 30, 60), {
      slug: '1_900_bouquets',
      also: ['home'],
    }),
    brand('Dollar Acre', 'retail', '#ffd60a', range('USD', 0.25, 100, 0.25, 20)),
    brand('Voltaic', 'electronics', '#111', fixed('USD', 25, 50, 100, 250, 500), {popular: true}),
    brand('Silicate', 'electronics', '#e0fbfc', range('USD', 20, 2000, 1, 100)),
    brand('Analog Attic', 'electronics', '#5f0f40', fixed('USD', 30, 75), {stock: 'out'}),
    brand('Cinder Grill', 'food', '#9d0208', fixed('USD', 10, 15, 25, 50), {popular: true}),
    brand('Morning Ritual', 'food', '#1b4332', range('USD', 5, 100, 1, 25), {popular: true}),
    brand('Dumpling Yard', 'food', '#ffba08', fixed('USD', 20, 40)),
    brand('Slice Society', 'food', '#d00000', range('USD', 10, 150, 5)),
    brand('Doorstep Diner', 'food', '#ff5d8f', fixed('USD', '15', '25.50', '50'), {also: ['groceries']}),
    brand('Greenbasket', 'groceries', '#2d6a4f', range('USD', 25, 300, 1, 100)),
    brand('Greenbasket+', 'groceries', '#1b4332', plans('USD', ['1 month', '9.99'], ['12 months', '99.00']), {
      family: 'Greenbasket',
    }),
    brand('Fernhill Market', 'groceries', '#d8f3dc', fixed('USD', 20, 50, 100)),
    brand('Vaporforge', 'games', '#1b2838', fixed('USD', 5, 10, 20, 50, 100), {
      popular: true,
      also: ['entertainment'],
    }),
    brand('Pixelhaven', 'games', '#3a0ca3', fixed('USD', 10, 25, 50), {popular: true}),
    brand('Blockadia', 'games', '#151415', plans('USD', ['Java & Bedrock Ed', '29.99']), {
      labels: ['Java & Bedrock Ed', 'Java & Bedrock Ed'],
    }),
    brand(
      'Buxworld',
      'games',
      '#f8f9fa',
      plans(
        'USD',
        ['800 Bux', '10.00'],
        ['2200 Bux', '25.00'],
        ['4500 Bux', '50.00'],
        ['10000 Bux', '100.00'],
      ),
      {also: ['entertainment']},
    ),
    brand(
      'Skirmish Mobile',
      'games',
      '#040404',
      plans('USD', ['60 SC', '0.99'], ['325 SC', '4.99'], ['660 SC', '9.99'], ['40500 SC', '499.00']),
    ),
    brand('Knights of Ember', 'games', '#6a040f', fixed('USD', '11.99', '23.99', '47.99')),
    brand('Cobalt Arcade', 'games', '#023e8a', range('USD', 1, 200, 1, 20)),
    brand(
      'Orbit Pass',
      'games',
      '#7209b7',
      plans('USD', ['1 month', '14.99'], ['3 months', '39.99'], ['12 months', '119.99']),
    ),
    brand('Quasar Shop', 'games', '#ff7f02', fixed('USD', 5, 10, 20, 35, 70)),
    brand('Lost Realms', 'games', '#b33535', fixed('USD', 10, 20), {stock: 'out'}),
    brand('Reelhouse', 'streaming', '#b5179e', fixed('USD', 15, 30, 60), {
      popular: true,
      also: ['entertainment'],
    }),
    brand(
      'Tunefield',
      'streaming',
      '#0f9d58',
      plans('USD', ['1 month', '10.99'], ['6 months', '59.99'], ['12 months', '99.00']),
      {also: ['entertainment']},
    ),
    brand('Pitchside', 'streaming', '#f4ff52', [plans('USD', ['1 month', '24.99']), fixed('USD', '44.99')], {
      also: ['sports_fitness'],
    }),
    brand('Docuvault', 'streaming', '#343a40', range('USD', 5, 60, 5)),
    brand('Marquee Cinemas', 'entertainment', '#2b2d42', fixed('USD', 15, 25, 50)),
    brand('Bigtop Tickets', 'entertainment', '#ef476f', range('USD', 25, 500, 5, 50)),
    brand('Kestrel Outfitters', 'apparel_clothing', '#606c38', range('USD', 20, 500, 1), {popular: true}),
    brand('Sole Theory', 'apparel_clothing', '#fff', fixed('USD', 25, 50, 75, 100), {
      also: ['sports_fitness'],
    }),
    brand('Denim Union', 'apparel_clothing', '#1d3557', fixed('USD', 25, 50)),
    brand('Maison Ruelle', 'apparel_clothing', '#cdb4db', range('USD', 50, 1000, 10, 100)),
    brand('Petal & Stone', 'health_beauty', '#ffe5ec', fixed('USD', 15, 25, 50), {also: ['retail']}),
    brand('Clearwell', 'health_beauty', '#caf0f8', range('USD', 10, 200, 5)),
    brand(
      'Summit Gyms',
      'sports_fitness',
      '#e63946',
      plans('USD', ['1 month', '39.00'], ['3 months', '105.00']),
    ),
    brand('Wayfarer Air', 'travel_flights', '#003049', range('USD', 50, 1500, 1, 200), {popular: true}),
    brand('Nestaway', 'travel_flights', '#ff385c', range('USD', 25, 500, 1, 100), {popular: true}),
    brand('Railbound', 'travel_flights', '#8d99ae', fixed('USD', 50, 100)),
    brand('Oak & Linen', 'home', '#ddb892', range('USD', 25, 400, 1)),
    brand('Lumenday', 'home', '#fefae0', fixed('USD', 20, 40, 80)),
    brand('Anvil Hardware', 'home', '#fb5607', fixed('USD', 25, 50, 100), {ungrouped: true}),
    brand('Prepaid Plinth', 'e-money', '#212529', fixed('USD', 25, 50, 100), {
      loginOnly: true,
      refuses: ['USDC/Base'],
    }),
    brand('Rewardable AUD', 'e-money', '#3c096c', fixed('AUD', 10, 50, 100), {refuses: ['USDC/Base']}),
    brand('Clean Rivers Fund', 'charity_donations', '#0077b6', range('USD', 5, 500, 5, 25)),
    brand('Paperlane Books', 'books_learning', '#faedcd', fixed('USD', 10, 20, 50)),
    brand('Everything Card', 'other_products', '#495057', range('USD', 10, 500, 1, 50), {
      stock: 'ghost',
      ungrouped: true,
    }),
    brand('Curio Box', 'other_products', '#bc6c25', fixed('USD', 35), {
      stock: 'out',
      labels: ['$30', '$1,000'],
    }),
    brand('Beacon Mobile', 'mobile_talk_time', '#0466c8', byPhone(fixed('USD', 10, 15, 25, 40, 50)), {
      ...topup,
      popular: true,
    }),
    brand('Corvid Wireless', 'mobile_talk_time', '#10002b', byPhone(range('USD', 5, 100, 1, 25)), topup),
    brand(
      'Prairie Cell Data',
      'mobile_data',
      '#b7e4c7',
      byPhone(plans('USD', ['5 GB 30 days', '15.00', '5'], ['Unlimited 30 days', '45.00', '-1'])),
      {...topup, family: 'Prairie Cell'},
    ),
    brand('Prairie Cell', 'mobile_credits', '#95d5b2', byPhone(fixed('USD', 10, 20, 30)), topup),
    brand('Libra Calls', 'mobile_talk_time', '#e9c46a', fixed('USD', 5, 10, 20), topup),
  ],
};
