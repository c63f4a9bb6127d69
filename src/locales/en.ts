import type {KnownProblem} from '../domain/problems.js';

/** The English texts. Their type is what every other language must satisfy. */
export const en = {
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
    searchAll: 'Search brands, countries',
    clearSearch: 'Clear search',
    country: 'Country',
    inCountry: (country: string) => `Brands in ${country}`,
    all: 'All',
    categories: 'Categories',
    outOfStock: 'Out of stock',
    soldOut: (brand: string) =>
      `${brand} is out of stock right now. Choose another brand, or come back later.`,
    between: (lowest: string, highest: string) => `${lowest} – ${highest}`,
    count: (brands: number) => (brands === 1 ? '1 brand' : `${brands} brands`),
    previous: 'Show the previous ones',
    more: (brands: number) => `Show ${brands} more`,
    noMatch: (search: string) => `Nothing matches “${search}”.`,
    noBrands: (country: string) => `Nothing is on sale in ${country} right now. Choose another country.`,
    notOnSale: (brand: string, country: string) =>
      `${brand} is not on sale in ${country}. Choose something else.`,
    showAll: 'Show all brands',
    kindsLabel: 'Kinds',
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
    amount: (currency: string) => `Amount in ${currency}`,
    bounds: (min: string, max: string) => `From ${min} to ${max}`,
    notANumber: 'Write the amount in digits, for example 25.',
    tooLow: (min: string) => `The smallest amount is ${min}.`,
    tooHigh: (max: string) => `The largest amount is ${max}.`,
    offStep: (step: string) => `Only steps of ${step} are sold.`,
    payWith: 'Pay with',
    coin: 'Coin',
    network: 'Network',
    recommended: 'recommended',
    youPay: 'You pay',
    youGet: 'You get',
    rate: (coin: string, fiat: string) => `1 ${coin} buys ${fiat}`,
    networkFee: 'plus your wallet’s network fee',
    choose: 'Choose an amount to see its price.',
    pricing: 'Getting the price…',
    noPrice: 'There is no price in this coin right now. Choose another coin.',
    submit: 'Continue',
    submitWithPrice: (price: string) => `Continue · ${price}`,
    empty: (brand: string) => `${brand} has nothing to sell right now.`,
    otherBrands: 'Choose another brand',
    noCoins: 'Payments are paused right now. Try again later.',
    quantity: 'Quantity',
    fresh: 'Current price',
    age: (seconds: number) => `Price from ${seconds} seconds ago`,
    belowMinimum: (minimum: string) =>
      `Payments on this network start at ${minimum}. Choose a larger amount, another network or another coin.`,
    about: 'Details and terms',
    geo: 'Where it works',
    alsoFrom: (family: string) => `Also from ${family}:`,
    toPhone: 'Sent to a phone number',
    toEmail: 'Sent by e-mail',
  },

  details: {
    heading: 'Where should it go?',
    reviewHeading: 'Check and confirm',
    email: 'E-mail',
    emailHint: 'Your code and receipt are sent here.',
    emailReceiptHint: 'Your receipt is sent here.',
    emailWrong: 'Write an e-mail address such as name@example.com.',
    phone: 'Phone number to top up',
    phoneHint: 'With country code, for example +1 202 555 0123.',
    phoneWrong: 'Write the number with + and country code, for example +1 202 555 0123.',
    name: 'Full name',
    nameHint: 'This payment method needs your full name.',
    nameWrong: 'Write your full name.',
    refund: 'Refund address',
    refundHint: (coin: string, network: string) =>
      `If something goes wrong, your ${coin} is sent back here, on ${network}. Use a wallet of your own, not an exchange. Without it you are asked by e-mail.`,
    refundWrong: (network: string) => `This is no address on ${network}. Correct it or leave it empty.`,
    submit: 'Review order',
    checking: 'Checking…',
    confirm: (price: string) => `Create order · pay ${price}`,
    creating: 'Creating your order…',
    product: 'Product',
    faceValue: 'Value',
    sentTo: 'Delivered to',
    receiptTo: 'Receipt to',
    payment: 'Payment',
    onNetwork: (coin: string, network: string) => `${coin} on ${network}`,
    total: 'Total',
    change: 'Change',
    final: 'Please check: a delivery to a wrong address or number cannot be called back.',
    priceChanged: (before: string, now: string) =>
      `The price has changed from ${before} to ${now}. Check it before you go on.`,
    vetoed: 'This page did not let the order go through. Nothing was ordered.',
    orderAnew: 'Order anew',
  },

  payment: {
    heading: (price: string) => `Send ${price}`,
    opening: 'Opening your order…',
    qrLabel: 'QR code of the payment address',
    amount: 'Amount',
    address: 'Address',
    invoice: 'Lightning invoice',
    contract: 'Token contract',
    memo: 'Comment, must be sent along',
    acknowledge: (coin: string, network: string) => `I will send ${coin} on ${network}`,
    onlyOn: (coin: string, network: string) => `Send only ${coin} on ${network}. Anything else may be lost.`,
    exact: 'Send exactly this amount. Your wallet adds the network fee.',
    openWallet: 'Open in wallet',
    enlarge: 'Enlarge',
    forms: {link: 'With amount', address: 'Address only', invoice: 'Lightning', exchange: 'From an exchange'},
    fromExchange: (amount: string) =>
      `Exchanges take a withdrawal fee. Set the amount so that ${amount} arrives here after it.`,
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Select the text and copy it by hand.',
    timeLeft: 'Time left',
    timeUp:
      'The time to pay has run out. Do not send anything now. If you have already paid, keep this page open: a late payment is still noticed.',
    minutesLeft: (minutes: number) =>
      minutes === 1 ? '1 minute left to pay' : `${minutes} minutes left to pay`,
    secondsLeft: (seconds: number) => `${seconds} seconds left to pay`,
    check: 'I have paid',
    orderId: 'Order',
    weak: 'The connection is weak. Your order is safe; we keep checking.',
    incomplete: 'The order came without payment details. Do not pay anything yet.',
    notFoundHeading: 'This order cannot be found',
    notFound: 'The order does not exist, or it was made somewhere else.',
    startOver: 'Buy something else',
    quoteAgain: 'Get a new quote',
    contact: 'Contact support',
    wrongAsk: 'I sent another coin or used another network',
    transaction: 'Transaction ID',
    transactionHint: 'Your wallet or exchange shows it.',
    transactionWrong: 'This is no transaction ID of this network.',
    cases: {
      underpaid: {
        heading: 'Part of the payment is missing',
        text: (received: string, missing: string) =>
          `${received} has arrived. Send the missing ${missing} to the same address before the time runs out. Exchanges take a withdrawal fee. If nothing more arrives, the order expires; support helps you.`,
      },
      overpaid: {
        heading: 'More than asked has arrived',
        text: (received: string, excess: string) =>
          `${received} has arrived, ${excess} more than asked. The order is delivered as usual. Ask support about the rest.`,
      },
      late: {
        heading: 'Your payment came late',
        text: (received: string) =>
          `${received} arrived after the time had run out. Do not send anything more. If nothing is delivered, support helps you.`,
      },
      wrong: {
        heading: 'Another coin or network',
        text: 'Do not send anything more. Another coin or network is not noticed by itself and may be lost. Support helps you.',
      },
    },
    states: {
      waiting: {
        heading: 'Waiting for your payment',
        text: 'This page notices your payment by itself. Keep it open or come back later.',
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
        text: 'Your order is being looked at. This can take up to 24 hours.',
      },
      checking: {
        heading: 'Being checked',
        text: 'Your order is being looked at. Please wait; this page goes on by itself.',
      },
      done: {heading: 'Delivered', text: 'Your order is complete.'},
      expired: {
        heading: 'The time to pay has run out',
        text: 'Do not send anything to the old address. If you have already paid, keep this page open: a late payment is still noticed.',
      },
      failed: {
        heading: 'The payment failed',
        text: 'Nothing will be delivered. You can start again.',
      },
      cancelled: {
        heading: 'The order was cancelled',
        text: 'Nothing will be delivered. If you have paid, contact support.',
      },
      refunded: {heading: 'Refunded', text: 'The payment has been sent back. Details come by e-mail.'},
    },
    stages: {waiting: 'Payment', seen: 'Seen', paid: 'Received', preparing: 'Preparing', done: 'Delivered'},
  },

  openOrder: {
    line: (product: string, state: string) => `Open order ${product}: ${state}`,
    show: 'Back to this order',
    leave: 'Your order stays open, and a line here leads back to it. Buy something else now?',
  },

  done: {
    heading: 'Here you are',
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
    esimHint: 'Scan this with the phone that is to have the eSIM.',
    install: (device: string) => `Install on ${device}`,
    pending: 'This part has not arrived yet. It also comes by e-mail.',
    saveReceipt: 'Save receipt',
    saveHint: 'Only codes that you have shown are in it.',
    instructions: 'How to redeem',
    byEmail: (email: string) => `Everything you need was sent to ${email}.`,
    byEmailOnly: 'Everything you need was sent by e-mail.',
    toppedUp: (amount: string, phone: string) => `${amount} was credited to ${phone}.`,
    notDelivered: 'This part was not delivered. Contact support.',
    receipt: 'Receipt',
  },

  errors: {
    proxy_url_missing:
      'This checkout is not set up yet: its proxy-url attribute is missing or is not an address.',
    attribute_invalid: 'A setting of this checkout is not valid.',
    network_error: 'No connection. Check your network and try again.',
    timeout: 'No answer came in time. Try again.',
    not_found: 'The shop’s server does not offer this. Try again later.',
    rate_limited: 'Too many requests at once. Wait a moment and try again.',
    server_error: 'The shop’s server has a problem right now. Try again in a moment.',
    request_refused: 'The request was refused. Go back and check what you have chosen.',
    response_invalid: 'The shop’s server answered something unexpected. Try again in a moment.',
    order_not_found: 'This order cannot be found.',
    order_unconfirmed:
      'No answer came back, so it is not clear whether the order was made. Nothing has been paid. Trying again continues the same order. If that does not help, order anew: an unpaid order simply expires.',
    order_state_unknown: 'Your order is being looked at.',
    order_problems: 'The order cannot be made like this.',
    payment_uri_mismatch: 'Check coin, amount and address in your wallet before you send.',
    payment_unverified:
      'The payment details of this order could not be verified. Do not pay. Check again, or contact support.',
    catalogue_empty: 'Nothing is on sale in this country right now.',
    not_on_sale: 'This is not on sale right now.',
    internal_error: 'Something went wrong on this page. Try again.',
  },

  problems: {
    INVALID_BENEFICIARY_ACCOUNT: 'Nothing can be delivered there. Check it for typing mistakes.',
    INVALID_EMAIL_DOMAIN: 'This e-mail provider is not accepted. Use another address.',
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
};

/** Widens every literal to its type, so that another language may say something else. */
type Texts<Value> = Value extends (...values: infer Given) => string
  ? (...values: Given) => string
  : Value extends string
    ? string
    : {readonly [Key in keyof Value]: Texts<Value[Key]>};

/** Every text of the element. A language that misses one does not compile. */
export type Messages = Texts<typeof en>;
