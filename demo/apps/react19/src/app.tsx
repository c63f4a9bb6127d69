import 'cr-checkout';
import type {} from 'cr-checkout/react';
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
        <cr-checkout
          proxy-url="/api"
          country="US"
          lockCountry
          messages={messages}
          oncr-done={event => setDelivered(event.detail.orderId)}
        >
          <p slot="header">Ten percent goes to the lighthouse.</p>
        </cr-checkout>
      ) : (
        <p>A shop of cards.</p>
      )}
      <output>{delivered && `Order ${delivered} is delivered.`}</output>
    </>
  );
}
