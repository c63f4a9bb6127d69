'use client';

import 'cr-checkout';
import {createElement} from 'react';

export function Checkout() {
  return createElement('cr-checkout', {
    'proxy-url': '/api',
    'subscribe-url': '/api/orders/{orderId}/subscribe',
    country: 'US',
  });
}
