import 'cr-checkout';
import {createSignal, Show} from 'solid-js';
import {messages} from './messages';

export function App() {
  const [page, setPage] = createSignal('shop');
  const [delivered, setDelivered] = createSignal('');
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
      <Show when={page() === 'shop'} fallback={<p>A shop of cards.</p>}>
        <cr-checkout
          proxy-url="/api"
          country="US"
          prop:lockCountry={true}
          prop:messages={messages}
          on:cr-done={event => setDelivered(event.detail.orderId)}
        >
          <p slot="header">Ten percent goes to the lighthouse.</p>
        </cr-checkout>
      </Show>
      <output>{delivered() && `Order ${delivered()} is delivered.`}</output>
    </>
  );
}
