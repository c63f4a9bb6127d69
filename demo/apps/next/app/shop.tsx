'use client';

import {CrCheckout} from 'cr-checkout/react/wrapper';
import {useState} from 'react';
import {messages} from './messages';

/** By the wrapper: on a page that was rendered on a server, React 19 itself sets no properties and no listeners. */
export function Shop({country}: {country: string}) {
  const [delivered, setDelivered] = useState('');
  return (
    <>
      <CrCheckout
        proxyUrl="/api"
        country={country}
        lockCountry
        messages={messages}
        onCrDone={event => setDelivered(event.detail.orderId)}
      >
        <a href="https://shop.example/cards">Buy on our site</a>
        <p slot="header">Ten percent goes to the lighthouse.</p>
      </CrCheckout>
      <output>{delivered && `Order ${delivered} is delivered.`}</output>
    </>
  );
}
