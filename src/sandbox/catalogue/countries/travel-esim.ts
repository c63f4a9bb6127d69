import {brand, plans} from '../offers.js';
import type {BrandSpec} from '../spec.js';

/** Sold in every country under one name, with ids of the country. */
export const travelEsim: BrandSpec = brand(
  'Roamly eSIM',
  'e-sim',
  '#0e131f',
  plans(
    'USD',
    ['1 GB 3 days', '3.50', '1'],
    ['1 GB 7 days', '4.50', '1'],
    ['3 GB 30 days', '9.00', '3'],
    ['5 GB 30 days', '13.50', '5'],
    ['10 GB 30 days', '22.00', '10'],
    ['20 GB 30 days', '34.00', '20'],
    ['Unlimited 3 days', '12.00', '-1'],
    ['Unlimited 10 days', '29.00', '-1'],
    ['50 GB 90 days', '79.00', '50'],
  ),
  {
    kind: 'mobile_recharge',
    popular: true,
    family: 'eSIM',
    labels: ['1 GB 3 days', '50 GB 90 days'],
    slug: 'esim',
  },
);
