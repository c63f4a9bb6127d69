import type {KnownProblem} from '../domain/problems.js';
import {type Plural, pluralIn} from './plural.js';

/** Makes the English texts for a region. Their type is what every other language must satisfy. */
export const english = (plural: Plural) => ({
  progress: (step: number, of: number) => `Step ${step} of ${of}`,
  steps: {brand: 'Brand', quote: 'Amount', details: 'Delivery', payment: 'Payment', done: 'Done'},
  back: 'Back',
  retry: 'Try again',
  loading: 'Loading…',
  slow: 'This is taking longer than usual. Still trying…',
  poweredBy: 'Powered by Cryptorefills',
  support: 'Help',
  terms: 'Terms',

  brand: {
    heading: 'What would you like to buy?',
    search: 'Search brands',
    searchAll: 'Search brands or countries',
    clearSearch: 'Clear search',
    country: 'Country',
    inCountry: (country: string) => `Brands in ${country}`,
    all: 'All',
    categories: 'Categories',
    moreFilters: 'More',
    outOfStock: 'Out of stock',
    soldOut: (brand: string) =>
      `${brand} is out of stock right now. Choose another brand, or come back later.`,
    between: (lowest: string, highest: string) => `${lowest} – ${highest}`,
    count: (brands: number) => plural(brands, {one: '# brand', other: '# brands'}),
    previous: 'Show previous',
    more: (brands: number) => plural(brands, {one: 'Show # more', other: 'Show # more'}),
    noMatch: (search: string) => `Nothing matches “${search}”.`,
    noBrands: (country: string) => `Nothing is on sale in ${country} right now. Choose another country.`,
    notOnSale: (brand: string, country: string) =>
      `${brand} is not on sale in ${country}. Choose something else.`,
    showAll: 'Show all brands',
    kindsLabel: 'Product types',
    kindNames: {giftcard: 'Gift cards', topup: 'Top-ups', esim: 'eSIMs', other: 'Other'},
    kinds: {giftcard: 'Gift card', topup: 'Mobile top-up', esim: 'eSIM', other: 'Other'},
    /** Only those that their own key does not name as well. */
    categoryNames: {
      'e-sim': 'eSIM',
      'e-commerce': 'Online shopping',
      apparel_clothing: 'Fashion',
      health_beauty: 'Health and beauty',
      sports_fitness: 'Sports and fitness',
      travel_flights: 'Travel',
      'e-money': 'E-money',
      charity_donations: 'Donations',
      books_learning: 'Books and learning',
    } as Readonly<Record<string, string>>,
  },

  quote: {
    heading: (brand: string) => brand,
    denominations: 'Choose an amount',
    plans: 'Choose a plan',
    amount: (currency: string) => `Amount in ${currency}`,
    bounds: (min: string, max: string) => `From ${min} to ${max}`,
    notANumber: 'Enter a number, for example 25.',
    tooLow: (min: string) => `The minimum is ${min}.`,
    tooHigh: (max: string) => `The maximum is ${max}.`,
    offStep: (step: string) => `Sold in steps of ${step}.`,
    payWith: 'Pay with',
    coin: 'Coin',
    network: 'Network',
    recommended: 'Recommended',
    youPay: 'You pay',
    youGet: 'You get',
    rate: (coin: string, fiat: string) => `1 ${coin} buys ${fiat}`,
    networkFee: '+ network fee',
    choose: 'Choose an amount to see its price.',
    pricing: 'Getting the price…',
    noPrice: 'There is no price in this coin right now. Choose another coin.',
    submit: 'Continue',
    submitWithPrice: (price: string) => `Continue · ${price}`,
    empty: (brand: string) => `${brand} has nothing to sell right now.`,
    otherBrands: 'Choose another brand',
    noCoins: 'Payments are paused right now. Try again later.',
    quantity: 'Quantity',
    fresh: 'Updated just now',
    age: (seconds: number) => plural(seconds, {one: 'Updated # s ago', other: 'Updated # s ago'}),
    belowMinimum: (minimum: string) =>
      `Payments on this network start at ${minimum}. Choose a larger amount, another network or another coin.`,
    about: 'Details and terms',
    geo: 'Where it works',
    alsoFrom: (family: string) => `Also from ${family}:`,
    toPhone: 'Sent to a phone number',
    toEmail: 'Sent by email',
  },

  details: {
    heading: 'Where should we send it?',
    reviewHeading: 'Check and confirm',
    email: 'Email',
    emailHint: 'Your code and receipt are sent here.',
    emailReceiptHint: 'Your receipt is sent here.',
    emailWrong: 'Enter an email address such as name@example.com.',
    phone: 'Phone number to top up',
    phoneHint: 'With country code, for example +1 202 555 0123.',
    phoneWrong: 'Enter the number with + and country code, for example +1 202 555 0123.',
    name: 'Full name',
    nameHint: 'This payment method needs your full name.',
    nameWrong: 'Enter your full name.',
    refund: 'Refund address',
    optional: '(optional)',
    refundHint: (coin: string, network: string) =>
      `If something goes wrong, your ${coin} is sent back here, on ${network}. Use your own wallet, not an exchange. Leave empty and we’ll ask by email.`,
    refundWrong: (network: string) => `This is no address on ${network}. Correct it or leave it empty.`,
    submit: 'Review order',
    checking: 'Checking…',
    confirm: (price: string) => `Place order · ${price}`,
    creating: 'Placing your order…',
    product: 'Product',
    faceValue: 'Value',
    sentTo: 'Delivered to',
    receiptTo: 'Receipt to',
    payment: 'Payment',
    onNetwork: (coin: string, network: string) => `${coin} on ${network}`,
    total: 'Total',
    change: 'Change',
    final: 'Double-check: deliveries to a wrong email or number can’t be reversed.',
    priceChanged: (before: string, now: string) =>
      `The price has changed from ${before} to ${now}. Check it before you go on.`,
    vetoed: 'This page stopped the order. Nothing was ordered.',
    orderAnew: 'Place a new order',
  },

  payment: {
    heading: (price: string) => `Send ${price}`,
    opening: 'Opening your order…',
    qrLabel: 'QR code of the payment address',
    amount: 'Amount',
    address: 'Address',
    invoice: 'Lightning invoice',
    contract: 'Token contract',
    memo: 'Memo (required)',
    acknowledge: (coin: string, network: string) => `I will send ${coin} on ${network}`,
    onlyOn: (coin: string, network: string) => `Send only ${coin} on ${network}. Anything else may be lost.`,
    exact: 'Send exactly this amount. Your wallet adds the network fee.',
    openWallet: 'Open in wallet',
    enlarge: 'Enlarge QR code',
    forms: {link: 'With amount', address: 'Address only', invoice: 'Lightning', exchange: 'From an exchange'},
    fromExchange: (amount: string) =>
      `Exchanges take a withdrawal fee. Set the amount so that ${amount} arrives here after it.`,
    copy: 'Copy',
    copiedValue: (value: string) => `${value} copied`,
    received: (received: string, due: string) => `${received} of ${due} received`,
    unseen: 'No payment seen yet. Most show up within a minute or two.',
    qrTitle: 'QR code',
    invoiceOnly: 'Invoice only',
    close: 'Close',
    copyFailed: 'Select the text and copy it by hand.',
    timeLeft: 'Time left',
    minutesLeft: (minutes: number) =>
      plural(minutes, {one: '# minute left to pay', other: '# minutes left to pay'}),
    secondsLeft: (seconds: number) =>
      plural(seconds, {one: '# second left to pay', other: '# seconds left to pay'}),
    check: 'I’ve sent it',
    orderId: 'Order',
    weak: 'The connection is weak. Your order is safe; we keep checking.',
    incomplete: 'The order came without payment details. Do not pay anything yet.',
    notFoundHeading: 'This order cannot be found',
    notFound: 'The order does not exist, or it was made somewhere else.',
    startOver: 'Buy something else',
    quoteAgain: 'Get a new quote',
    contact: 'Contact support',
    wrongAsk: 'Sent the wrong coin or network?',
    transaction: 'Transaction ID',
    transactionHint: 'Your wallet or exchange shows it.',
    transactionWrong: 'This is no transaction ID of this network.',
    priceNow: (now: string, before: string) => `The price is now ${now}. You confirmed ${before}.`,
    acceptPrice: (now: string) => `Pay ${now}`,
    foreign: (who: string) => `This order is for ${who}.`,
    explorer: 'View transaction',
    confirmations: (seen: string, needed: string) => `${seen} of ${needed} confirmations`,
    dust: (missing: string) => `The missing ${missing} is less than the network can send. Contact support.`,
    setupFailed: 'The payment couldn’t be set up. Nothing was charged.',
    partSeen: 'Part of your payment was seen. Send only what is missing, to the same address.',
    partExpired: (received: string, missing: string) =>
      `${received} arrived before the time ran out, ${missing} is missing. Don’t send anything more. Contact support about a refund.`,
    paidAndEnded:
      'Your payment has arrived, but nothing will be delivered. Don’t send anything more. Contact support about a refund.',
    lateSeen:
      'Your payment was seen after the time had run out. Don’t send anything more. If nothing is delivered, contact support.',
    detailsChanged: 'The payment details of this order have changed. Use only those that are shown now.',
    rounded: 'Rounded up to what the coin can send.',
    noWallet: 'Nothing opened? Copy address and amount into your wallet.',
    cases: {
      underpaid: {
        heading: 'Part of the payment is missing',
        text: (received: string, missing: string) =>
          `${received} has arrived. Send the missing ${missing} to the same address before the time runs out. Exchanges take a withdrawal fee. If nothing more arrives, the order expires. Support can help.`,
      },
      overpaid: {
        heading: 'You paid too much',
        text: (received: string, excess: string) =>
          `${received} has arrived, ${excess} more than asked. The order is delivered as usual. Contact support about the difference.`,
      },
      late: {
        heading: 'Your payment arrived late',
        text: (received: string) =>
          `${received} arrived after the time had run out. Don’t send anything more. If nothing is delivered, contact support.`,
      },
      wrong: {
        heading: 'Another coin or network',
        text: 'Don’t send anything more. Other coins and networks aren’t detected automatically and may be lost. Contact support with your transaction ID.',
      },
    },
    states: {
      waiting: {
        heading: 'Waiting for your payment',
        text: 'We’ll detect your payment automatically. Keep this page open or come back later.',
      },
      seen: {
        heading: 'Payment seen',
        text: 'Your payment is on its way. The network still has to confirm it.',
      },
      paid: {heading: 'Payment received', text: 'Thank you. Your order is being prepared.'},
      preparing: {
        heading: 'Preparing your order',
        text: 'Delivery usually takes less than a minute.',
      },
      held: {
        heading: 'In manual review',
        text: 'Your order is being reviewed, up to 24 hours. You don’t need to do anything.',
      },
      checking: {
        heading: 'Being checked',
        text: 'We’re checking your order. This page updates automatically.',
      },
      done: {heading: 'Delivered', text: 'Your order is complete.'},
      expired: {
        heading: 'The time to pay has run out',
        text: 'Don’t send anything to this address any more. Already paid? Keep this page open; late payments are still detected.',
      },
      failed: {
        heading: 'The payment failed',
        text: 'Nothing will be delivered. You can start again.',
      },
      cancelled: {
        heading: 'The order was cancelled',
        text: 'Nothing will be delivered. If you have paid, contact support.',
      },
      refunded: {heading: 'Refunded', text: 'The payment has been sent back. Details come by email.'},
    },
    stages: {waiting: 'Payment', seen: 'Seen', paid: 'Received', preparing: 'Preparing', done: 'Delivered'},
  },

  openOrder: {
    line: (product: string, state: string) => `Open order ${product}: ${state}`,
    show: 'Back to this order',
    leave: 'Your order stays open; you can return to it from here. Start another purchase?',
    stay: 'Stay here',
  },

  done: {
    heading: 'Your order is ready',
    cardReady: (brand: string) => `Your ${brand} gift card is ready`,
    esimReady: 'Your eSIM is ready',
    toppedUpReady: 'Top-up delivered',
    reveal: 'Show code',
    hide: 'Hide code',
    hidden: 'Your code is hidden until you ask for it.',
    code: 'Code',
    serial: 'Serial number',
    securityCode: 'Security code',
    reference: 'Operator reference',
    redeemLink: 'Open redemption page',
    barcode: 'Open barcode',
    activation: 'Activation code',
    smdpAddress: 'SM-DP+ address',
    esimHint: 'Scan with the phone you want the eSIM on.',
    install: (device: string) => `Install on ${device}`,
    pending: 'Not delivered yet. It will also be emailed to you.',
    saveReceipt: 'Save receipt',
    saveHint: 'Includes only the codes you’ve revealed.',
    instructions: 'How to redeem',
    byEmail: (email: string) => `Everything you need was sent to ${email}.`,
    byEmailOnly: 'Everything you need was sent by email.',
    toppedUp: (amount: string, phone: string) => `${amount} was credited to ${phone}.`,
    withheld: 'The code is shown on the device that ordered, and was sent by email.',
    confirmation: 'Confirmation code',
    confirmationNeeded: 'The confirmation code was sent by email.',
    notDelivered: 'This part was not delivered. Contact support.',
    receipt: 'Receipt',
  },

  errors: {
    proxy_url_missing:
      'This checkout is not set up yet: its proxy-url attribute is missing or is not an address.',
    attribute_invalid: 'A setting is not valid.',
    fetch_failed: 'This page could not reach the shop. Try again.',
    order_changed: 'This order is not the one that you confirmed. Do not pay it.',
    wallet_failed: 'The wallet did not answer. You can pay by hand.',
    network_error: 'No connection. Check your network and try again.',
    timeout: 'That took too long. Try again.',
    not_found: 'This isn’t available right now.',
    rate_limited: 'Too many requests at once. Wait a moment and try again.',
    server_error: 'The shop’s server has a problem right now. Try again in a moment.',
    request_refused: 'The request was refused. Go back and check what you have chosen.',
    response_invalid: 'The shop’s server sent an unexpected response.',
    order_not_found: 'This order cannot be found.',
    order_unconfirmed:
      'No answer came back, so it is not clear whether the order was made. Nothing has been paid. Trying again continues the same order. If that does not help, place a new order: an unpaid order simply expires.',
    order_state_unknown: 'We’re checking your order.',
    order_problems: 'The order cannot be made like this.',
    payment_uri_mismatch: 'Check coin, amount and address in your wallet before you send.',
    payment_unverified:
      'The payment details of this order could not be verified. Do not pay. Check again, or contact support.',
    catalogue_empty: 'Nothing is on sale in this country right now.',
    not_on_sale: 'This is not on sale right now.',
    internal_error: 'Something went wrong on this page. Try again.',
  },

  problems: {
    INVALID_BENEFICIARY_ACCOUNT: 'We can’t deliver to this email or number. Check it for typos.',
    INVALID_EMAIL_DOMAIN: 'This email provider is not accepted. Use another address.',
    FULLNAME_MISSING: 'This payment method needs your full name.',
    AMOUNT_LESS_THEN_MINIMUM_ALLOWED:
      'The amount is below the minimum for this coin. Choose a larger amount or another coin.',
    MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED:
      'The amount is above the limit for one order. Choose a smaller amount.',
    DAILY_SPENDING_LIMIT_EXCEEDED: 'The limit for today is reached. Choose a smaller amount.',
    MONTHLY_SPENDING_LIMIT_EXCEEDED: 'The limit for this month is reached. Choose a smaller amount.',
    INVALID_DENOMINATION: 'This amount is not on sale. Choose another one.',
    NOT_AVAILABLE_PRODUCT: 'This product is not on sale. Choose another one.',
    OUT_OF_STOCK: 'This product is out of stock right now. Choose something else.',
    COUNTRY_NOT_SUPPORTED: 'This product is not on sale in this country.',
    LOGIN_REQUIRED: 'This product needs a customer account. Choose something else.',
    KYC_MISSING: 'This product needs an identity check. Choose something else.',
    KYC_PENDING: 'Your identity check is still running. It usually takes 20 minutes, at most 48 hours.',
    PRODUCT_COUNT_EXCEEDED: 'Too many of this product at once. Choose fewer.',
    MULTIPLE_LIMITED_PRODUCT_SAME_ORDER: 'This product is limited to one per order.',
    NOT_ALLOWED_PAYMENT_VIA: 'This product cannot be paid from a wallet. Choose something else.',
    UNSUPPORTED_PROTOCOL_COIN_COMBINATION:
      'This product cannot be paid with this coin on this network. Choose another coin or network.',
    SUSPENDED_COIN: 'This coin or network is paused right now. Choose another one.',
    INVALID_REQUEST: 'The request was refused. Go back and check what you have chosen.',
    COUPON: 'The promo code of this shop was not accepted. Please tell the shop.',
  } satisfies Readonly<Record<KnownProblem, string>> as Readonly<Record<KnownProblem, string>>,
  problemUnknown: (code: string) => `The order was refused (${code}). Contact support if this goes on.`,
  changeAmount: 'Change amount',
  changePayment: 'Change coin',
  changeBrand: 'Choose another brand',
});

/** The English texts, of no region. */
export const en = english(pluralIn('en'));

/** Widens every literal to its type, so that another language may say something else. */
type Texts<Value> = Value extends (...values: infer Given) => string
  ? (...values: Given) => string
  : Value extends string
    ? string
    : {readonly [Key in keyof Value]: Texts<Value[Key]>};

/** Every text of the element. A language that misses one does not compile. */
export type Messages = Texts<typeof en>;

/** Makes the texts of a language, whose counts are written as `plural` does for a region. */
export type Language = (plural: Plural) => Messages;
