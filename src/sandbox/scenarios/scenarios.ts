/** One way an order can go, chosen by the buyer's e-mail. */
export interface Scenario {
  readonly email: string;
  /** What happens, in a sentence; README and demo show it. */
  readonly story: string;
}

const stories = {
  // How the payment goes.
  paid: 'Pays itself after 3 seconds, then is delivered.',
  slow: 'Is seen unconfirmed after 3 seconds, paid after 10, delivered after 45.',
  underpaid: 'Half of the amount arrives after 3 seconds; the order goes on waiting.',
  'exchange-fee': 'All but two percent arrives after 3 seconds; the order goes on waiting.',
  partial: 'Half of the amount is seen after 3 seconds: the order says PartialPaymentStarted.',
  'topped-up': 'Half of the amount arrives after 3 seconds, the rest after 8; then the order is delivered.',
  'underpaid-refunded':
    'Half arrives after 3 seconds, the order expires after 6, and the half goes back after 9.',
  overpaid: 'Half as much again arrives after 3 seconds; the order is delivered.',
  late: 'Expires after 3 seconds; a late payment arrives after 8 and still turns it to Done.',
  expired: 'Expires after 3 seconds without any payment.',
  short: 'Has 90 seconds to pay, and says so in expires_at.',
  failed: 'The payment fails after 3 seconds.',
  'setup-failed': 'Gets no address: the payment could not be set up.',
  canceled: 'Is canceled after 3 seconds.',
  cancelled: 'The same in the other spelling.',
  refunded: 'Is paid after 3 seconds, cannot be delivered, and is refunded after 6.',
  held: 'Is paid after 3 seconds, held for a manual check after 4, delivered after 12.',
  'wrong-coin': 'Another coin arrives after 3 seconds: nothing counts as received, and the order is held.',
  'wrong-network': 'The coin arrives on another network after 3 seconds; the order is held.',
  'unknown-state': 'Is paid after 3 seconds, gets a state nobody has heard of, is delivered after 10.',
  'unknown-payment': 'Its payment is in a state nobody has heard of.',
  // What the order says about where and until when to pay.
  'expires-at': 'The end of the window stands in expires_at, as epoch seconds in a text.',
  'expiration-date': 'The same in expiration_date, as RFC 3339.',
  'payment-expires-at': 'The same in payment_expires_at, as a number.',
  'qr-missing': 'The order has no qr_text.',
  'qr-bare': 'Its qr_text is the bare address or invoice.',
  'qr-uri': 'Its qr_text is a payment URI on every network, Solana, Tron, TON and Sui included.',
  'qr-unified': 'For Bitcoin its qr_text offers address and Lightning invoice at once (BIP 321).',
  'qr-upper': 'Its qr_text is in capitals where that changes nothing.',
  'tampered-address': 'Its qr_text pays somebody else.',
  'tampered-amount': 'Its qr_text asks for ten times the amount.',
  'tampered-coin': 'Its qr_text asks for another coin or token.',
  'tampered-chain': 'Its qr_text asks for another chain.',
  'tampered-invoice': 'Its unified qr_text holds an invoice over ten times the amount.',
  'bad-address': 'Its address fails its own checksum or length.',
  'token-account': 'On Solana the address of a token is a token account, which no wallet holds.',
  memo: 'The payment needs a memo.',
  // What validation and order say.
  'price-moved': 'Validation and order cost two percent more than the price.',
  'price-moving': 'Each of the first three validations costs one percent more than the one before.',
  'order-moved': 'The order costs two percent more than its validation.',
  kyc_missing: 'Is refused with KYC_MISSING. Every problem code works so, in lower case.',
  'problem-kyc-missing':
    'The same for any code, also one that nobody knows: validations answer 200, orders 422.',
  'problem-kyc-missing-400': 'The same with that status for both: 200, 400 or 422.',
  'order-problem-kyc-missing': 'The validation finds nothing, the order is refused.',
  'detail-login-required': 'Is refused with 422 and the code in detail, without a list of problems.',
  // What is delivered, once it is paid.
  partly: 'Of three lines one is delivered at once, one fails, one follows ten seconds later.',
  undelivered: 'No line can be delivered, and the order is held.',
  'delivery-completed': 'Delivered lines are called Completed instead of Succeeded.',
  'delivery-done': 'Delivered lines are called Done instead of Succeeded.',
  'unknown-delivery': 'The lines are in a state nobody has heard of.',
  link: 'The code that is delivered is a web address.',
  'insecure-link': 'The web address is not https.',
  'security-code': 'The card has a security code beside code and serial.',
  barcode: 'The card has the picture of a barcode.',
  'code-image': 'The card has the picture of a QR code.',
  hostile: 'Its instructions, code and pictures try to run scripts.',
  'esim-by-mail': 'The eSIM comes by e-mail alone, without an activation code.',
} as const;

/**
 * The e-mails that decide how an order goes. Words can be joined by a plus sign: `short+underpaid@sandbox.test`. Any other
 * buyer's order waits until it is paid or expires.
 */
export const scenarios: readonly Scenario[] = Object.entries(stories).map(([word, story]) => ({
  email: `${word}@sandbox.test`,
  story,
}));
