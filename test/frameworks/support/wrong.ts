/** Files full of mistakes: each of the lines between the first and the last must be refused by the app's own compiler. */
export interface Wrong {
  readonly file: string;
  readonly head: string;
  readonly lines: readonly string[];
  readonly tail: string;
}

/** In JSX a tag a line, in braces, so that none can spoil another. */
function jsx(file: string, head: string, lines: readonly string[]): Wrong {
  return {file, head: `${head} export const wrong = [`, lines: lines.map(line => `${line},`), tail: '];'};
}

function template(file: string, head: string, lines: readonly string[], tail = ''): Wrong {
  return {file, head, lines, tail};
}

/** Misspelt attribute, misspelt property, wrong types of an attribute, a boolean, a property, an event's name and detail. */
export const wrong = {
  react19: jsx('src/wrong.tsx', "import 'cr-checkout'; import type {} from 'cr-checkout/react';", [
    '<cr-checkout proxy-ulr="/api" />',
    '<cr-checkout proxyUrl="/api" lockContry />',
    '<cr-checkout proxy-url={5} />',
    '<cr-checkout proxyUrl="/api" lockCountry="yes" />',
    '<cr-checkout proxyUrl="/api" lock-country="yes" />',
    '<cr-checkout proxyUrl="/api" theme="blue" />',
    '<cr-checkout proxyUrl="/api" messages={{brand: {heading: 1}}} />',
    '<cr-checkout proxyUrl="/api" onCrDone={() => undefined} />',
    '<cr-checkout proxyUrl="/api" oncr-done={event => event.detail.orderID} />',
    '<cr-checkout proxyUrl="/api" oncr-done={(event: CustomEvent<{orderId: number}>) => event} />',
  ]),
  react18: jsx('src/wrong.tsx', "import {CrCheckout} from 'cr-checkout/react/wrapper';", [
    '<CrCheckout proxy-url="/api" />',
    '<CrCheckout proxyUrl="/api" lockContry />',
    '<CrCheckout proxyUrl={5} />',
    '<CrCheckout proxyUrl="/api" lockCountry="yes" />',
    '<CrCheckout proxyUrl="/api" theme="blue" />',
    '<CrCheckout proxyUrl="/api" messages={{brand: {heading: 1}}} />',
    '<CrCheckout proxyUrl="/api" renderRoot={document.body} />',
    '<CrCheckout proxyUrl="/api" onCrDoen={() => undefined} />',
    '<CrCheckout proxyUrl="/api" onCrDone={event => event.detail.orderID} />',
    '<CrCheckout proxyUrl="/api" onCrDone={(event: CustomEvent<{orderId: number}>) => event} />',
  ]),
  next: jsx('app/wrong.tsx', "import {CrCheckout} from 'cr-checkout/react/wrapper';", [
    '<CrCheckout proxyUrl="/api" lockContry />',
    '<CrCheckout proxyUrl="/api" theme="blue" />',
    '<CrCheckout proxyUrl="/api" onCrDone={event => event.detail.orderID} />',
  ]),
  vue: template(
    'src/wrong.vue',
    "<script setup lang=\"ts\">import 'cr-checkout'; import type {} from 'cr-checkout/vue';</script><template>",
    [
      '<cr-checkout proxy-ulr="/api" />',
      '<cr-checkout proxy-url="/api" lock-contry />',
      '<cr-checkout :proxy-url="5" />',
      '<cr-checkout proxy-url="/api" lock-country="yes" />',
      '<cr-checkout proxy-url="/api" theme="blue" />',
      '<cr-checkout proxy-url="/api" :messages="{brand: {heading: 1}}" />',
      '<cr-checkout proxy-url="/api" @cr-doen="() => undefined" />',
      '<cr-checkout proxy-url="/api" @cr-done="event => event.detail.orderID" />',
      '<cr-checkout proxy-url="/api" @cr-done="(event: CustomEvent<{orderId: number}>) => event" />',
    ],
    '</template>',
  ),
  svelte: template(
    'src/Wrong.svelte',
    "<script lang=\"ts\">import 'cr-checkout'; import type {} from 'cr-checkout/svelte';</script>",
    [
      '<cr-checkout proxy-ulr="/api"></cr-checkout>',
      '<cr-checkout proxy-url="/api" lock-contry></cr-checkout>',
      '<cr-checkout proxy-url={5}></cr-checkout>',
      '<cr-checkout proxy-url="/api" lockCountry="yes"></cr-checkout>',
      '<cr-checkout proxy-url="/api" theme="blue"></cr-checkout>',
      '<cr-checkout proxy-url="/api" messages={{brand: {heading: 1}}}></cr-checkout>',
      '<cr-checkout proxy-url="/api" oncr-doen={() => undefined}></cr-checkout>',
      '<cr-checkout proxy-url="/api" oncr-done={event => event.detail.orderID}></cr-checkout>',
      '<cr-checkout proxy-url="/api" oncr-done={(event: CustomEvent<{orderId: number}>) => event}></cr-checkout>',
    ],
  ),
  module: template(
    'public/wrong.js',
    "import 'cr-checkout'; const checkout = document.createElement('cr-checkout');",
    [
      "checkout.proxyURL = '/api';",
      "checkout.lockCountry = 'yes';",
      "checkout.theme = 'blue';",
      'checkout.messages = {brand: {heading: 1}};',
      "checkout.addEventListener('cr-done', event => event.detail.orderID);",
    ],
  ),
} satisfies Record<string, Wrong>;
