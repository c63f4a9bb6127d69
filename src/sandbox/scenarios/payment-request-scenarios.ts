import type {ScenarioDefinition} from './scenario.js';

/** What the order says about where to pay, and until when. */
export const paymentRequestScenarios: Readonly<Record<string, ScenarioDefinition>> = {
  'expires-at': {
    story: 'The end of the window stands in expires_at, as epoch seconds in a text.',
    expiryField: 'expires_at',
  },
  'expiration-date': {
    story: 'The same in expiration_date, as RFC 3339.',
    expiryField: 'expiration_date',
  },
  'payment-expires-at': {
    story: 'The same in payment_expires_at, as a number.',
    expiryField: 'payment_expires_at',
  },
  'qr-missing': {story: 'The order has no qr_text.', qrText: 'missing'},
  'qr-bare': {story: 'Its qr_text is the bare address or invoice.', qrText: 'bare'},
  'qr-uri': {
    story: 'Its qr_text is a payment URI on every network, Solana, Tron, TON and Sui included.',
    qrText: 'uri',
  },
  'qr-unified': {
    story: 'For Bitcoin its qr_text offers address and Lightning invoice at once (BIP 321).',
    qrText: 'unified',
  },
  'qr-upper': {story: 'Its qr_text is in capitals where that changes nothing.', isQrUpperCase: true},
  'tampered-address': {story: 'Its qr_text pays somebody else.', tampered: 'address'},
  'tampered-amount': {story: 'Its qr_text asks for ten times the amount.', tampered: 'amount'},
  'tampered-coin': {story: 'Its qr_text asks for another coin or token.', tampered: 'coin'},
  'tampered-chain': {story: 'Its qr_text asks for another chain.', tampered: 'chain'},
  'tampered-invoice': {
    story: 'Its unified qr_text holds an invoice over ten times the amount.',
    tampered: 'invoice',
  },
  'bad-address': {story: 'Its address fails its own checksum or length.', isAddressInvalid: true},
  'token-account': {
    story: 'On Solana the address of a token is a token account, which no wallet holds.',
    usesTokenAccount: true,
  },
  memo: {story: 'The payment needs a memo.', needsMemo: true},
};
