import {CrCheckout} from 'cr-checkout/react/wrapper';
import {useState} from 'react';
import {messages} from './messages';

export function App() {
  const [page, setPage] = useState('shop');
  const [delivered, setDelivered] = useState('');
  return (
    <>
      <nav>
        <button type="button" onClick={() => setPage('shop')}>
          Shop
        </button>
        <button type="button" onClick={() => setPage('about')}>
          About
        </button>
      </nav>
      {page === 'shop' ? (
        <CrCheckout
          proxyUrl="/api"
          country="US"
          lockCountry
          messages={messages}
          onCrDone={event => setDelivered(event.detail.orderId)}
        >
          <p slot="header">Ten percent goes to the lighthouse.</p>
        </CrCheckout>
      ) : (
        <p>A shop of cards.</p>
      )}
      <output>{delivered && `Order ${delivered} is delivered.`}</output>
    </>
  );
}
