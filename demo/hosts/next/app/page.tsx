import {Checkout} from './checkout';

export default function Page() {
  return (
    <>
      <h1>Halfmoon Supply</h1>
      <p>On the sandbox, an order for paid@sandbox.test is paid by itself.</p>
      <Checkout />
    </>
  );
}
