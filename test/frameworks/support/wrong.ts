/**
 * Holds files full of mistakes: the app's own compiler must refuse each line between the first and the last, and
 * accept the lines that are correct.
 */
export interface Wrong {
  readonly file: string;
  readonly head: string;
  readonly right: readonly string[];
  readonly lines: readonly string[];
  readonly tail: string;
}

/** Mistakes in JSX, one tag a line in braces, so that none affects another. */
function jsx(file: string, head: string, right: readonly string[], lines: readonly string[]): Wrong {
  const comma = (line: string) => `${line},`;
  return {
    file,
    head: `${head} export const all = [`,
    right: right.map(comma),
    lines: lines.map(comma),
    tail: '];',
  };
}

function template(
  file: string,
  head: string,
  right: readonly string[],
  lines: readonly string[],
  tail = '',
): Wrong {
  return {file, head, right, lines, tail};
}

/** Mistakes in React with the wrapper. */
const WRAPPED: readonly [right: readonly string[], lines: readonly string[]] = [
  [
    '<CrCheckout proxyUrl="/api" data-test="a" aria-label="Checkout" className="b" id="c" lang="vi" slot="d" />',
    '<CrCheckout proxyUrl="/api" ref={element => void element?.reset()} key="a" style={{color: "red"}} theme="dark" />',
    '<CrCheckout proxyUrl="/api" onClick={event => event.currentTarget.refresh()}><p slot="header">Hi</p></CrCheckout>',
    '<CrCheckout {...{proxyUrl: "/api", lockCountry: true}} onCrError={({detail}) => detail.status?.toFixed()} />',
  ],
  [
    '<CrCheckout country="US" />',
    '<CrCheckout proxyUrl="/api" lockContry />',
    '<CrCheckout proxyUrl="/api" default-contry="US" />',
    '<CrCheckout proxyUrl="/api" proxy-urll="/api" />',
    '<CrCheckout proxyUrl="/api" aria-labl="Checkout" />',
    '<CrCheckout proxyUrl={5} />',
    '<CrCheckout proxyUrl="/api" lockCountry="yes" />',
    '<CrCheckout proxyUrl="/api" theme="blue" />',
    '<CrCheckout proxyUrl="/api" messages={{brand: {heading: 1}}} />',
    '<CrCheckout proxyUrl="/api" messages={{brand: {headin: "Cards"}}} />',
    '<CrCheckout proxyUrl="/api" renderRoot={document.body} />',
    '<CrCheckout proxyUrl="/api" onCrDoen={() => undefined} />',
    '<CrCheckout proxyUrl="/api" oncr-doen={() => undefined} />',
    '<CrCheckout proxyUrl="/api" onCrDone={event => event.detail.orderID} />',
    '<CrCheckout proxyUrl="/api" onCrDone={(event: CustomEvent<{orderId: number}>) => event} />',
  ],
];

/**
 * Misspelt attribute, misspelt property, wrong types of an attribute, a boolean, a property, an event's name and
 * detail.
 */
export const wrong = {
  react19: jsx(
    'src/wrong.tsx',
    "import 'cr-checkout'; import type {CheckoutEventProps} from 'cr-checkout/react'; import type {CheckoutAttributes} from 'cr-checkout';",
    [
      '<cr-checkout proxy-url="/api" country="US" lock-country theme="dark" oncr-ready={({detail}) => detail.version} />',
      '<cr-checkout proxyUrl="/api" data-test="a" aria-label="Checkout" className="b" id="c" lang="vi" slot="d" />',
      '<cr-checkout proxyUrl="/api" ref={element => void element?.reset()} key="a" style={{color: "red"}} />',
      '<cr-checkout proxyUrl="/api" {...({"oncr-done": e => e.detail.orderId.trim()} satisfies CheckoutEventProps)} />',
      // No type can refuse these two; docs/react.md says so.
      '<cr-checkout proxyUrl="/api" lock-contry />',
      '<cr-checkout proxyUrl="/api" oncr-doen={() => undefined} />',
    ],
    [
      '<cr-checkout proxy-ulr="/api" />',
      '<cr-checkout proxyUrl="/api" lockContry />',
      '<cr-checkout proxyUrl="/api" contry="US" />',
      '<cr-checkout proxy-url={5} />',
      '<cr-checkout proxyUrl="/api" lockCountry="yes" />',
      '<cr-checkout proxyUrl="/api" lock-country="yes" />',
      '<cr-checkout proxyUrl="/api" theme="blue" />',
      '<cr-checkout proxyUrl="/api" messages={{brand: {heading: 1}}} />',
      '<cr-checkout proxyUrl="/api" onCrDone={() => undefined} />',
      '<cr-checkout proxyUrl="/api" oncr-done={event => event.detail.orderID} />',
      '<cr-checkout proxyUrl="/api" oncr-done={(event: CustomEvent<{orderId: number}>) => event} />',
      '<cr-checkout {...({"proxy-url": "/api", "lock-contry": true} satisfies CheckoutAttributes)} />',
      '<cr-checkout proxyUrl="/api" {...({"oncr-doen": () => undefined} satisfies CheckoutEventProps)} />',
    ],
  ),
  react18: jsx('src/wrong.tsx', "import {CrCheckout} from 'cr-checkout/react/wrapper';", ...WRAPPED),
  next: jsx('app/wrong.tsx', "import {CrCheckout} from 'cr-checkout/react/wrapper';", ...WRAPPED),
  vue: template(
    'src/wrong.vue',
    "<script setup lang=\"ts\">import 'cr-checkout'; import type {} from 'cr-checkout/vue';</script><template>",
    [
      '<cr-checkout proxy-url="/api" data-test="a" :data-more="1" aria-label="Checkout" class="b" id="c" lang="vi" slot="d" />',
      '<cr-checkout proxy-url="/api" lock-country :no-resume="true" theme="dark" style="color: red" @click="() => 1" />',
      '<cr-checkout :proxyUrl="\'/api\'" :lockCountry="true" @cr-ready.once="({detail}) => detail.version.trim()" />',
    ],
    [
      '<cr-checkout proxy-ulr="/api" />',
      '<cr-checkout country="US" />',
      '<cr-checkout proxy-url="/api" lock-contry />',
      '<cr-checkout proxy-url="/api" :lockContry="true" />',
      '<cr-checkout proxy-url="/api" default-contry="US" />',
      '<cr-checkout proxy-url="/api" proxy-urll="/api" />',
      '<cr-checkout proxy-url="/api" aria-labl="Checkout" />',
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
      '<cr-checkout proxy-url="/api" data-test="a" aria-label="Checkout" class="b" id="c" lang="vi"></cr-checkout>',
      '<cr-checkout proxyUrl="/api" lock-country noResume={false} theme="dark" style:color="red"></cr-checkout>',
      '<cr-checkout proxy-url="/api" oncr-ready={({detail}) => detail.version.trim()} onclick={() => 1}></cr-checkout>',
    ],
    [
      '<cr-checkout proxy-ulr="/api"></cr-checkout>',
      '<cr-checkout country="US"></cr-checkout>',
      '<cr-checkout proxy-url="/api" lock-contry></cr-checkout>',
      '<cr-checkout proxy-url="/api" lockContry></cr-checkout>',
      '<cr-checkout proxy-url="/api" default-contry="US"></cr-checkout>',
      '<cr-checkout proxy-url="/api" proxy-urll="/api"></cr-checkout>',
      '<cr-checkout proxy-url="/api" aria-labl="Checkout"></cr-checkout>',
      '<cr-checkout proxy-url={5}></cr-checkout>',
      '<cr-checkout proxy-url="/api" lockCountry="yes"></cr-checkout>',
      '<cr-checkout proxy-url="/api" lock-country={Math.random() > 0.5}></cr-checkout>',
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
      "checkout.dataset.test = 'a';",
      "checkout.addEventListener('cr-done', event => event.detail.orderId.trim());",
    ],
    [
      "checkout.proxyURL = '/api';",
      'checkout.lockContry = true;',
      "checkout.lockCountry = 'yes';",
      "checkout.theme = 'blue';",
      'checkout.messages = {brand: {heading: 1}};',
      "checkout.addEventListener('cr-done', event => event.detail.orderID);",
    ],
  ),
} satisfies Record<string, Wrong>;
