import type {ScenarioEffects} from '../scenarios/scenario.js';
import {type PaymentRequest, paymentUri} from './payment-uri.js';
import {tamperedRequest, type WrongReceiver} from './tampered-request.js';

/** Returns an order's `qr_text` in the form of its scenario, or `null`. */
export function qrText(
  request: PaymentRequest,
  effects: ScenarioEffects,
  wrongReceiver: WrongReceiver,
): string | null {
  if (effects.qrText === 'missing') return null;
  const shown = tamperedRequest(request, effects.tampered, wrongReceiver);
  const isUri = effects.tampered || effects.qrText || isUriByDefault(request);
  if (effects.qrText === 'bare' || !isUri) return shown.address;
  const isUnified = effects.qrText === 'unified' || effects.tampered === 'invoice';
  const uri = paymentUri(isUnified ? shown : {...shown, lightning: undefined});
  return effects.isQrUpperCase ? upperCase(uri, request) : uri;
}

/** Checks whether `qr_text` is a URI; Solana, Tron, TON and Sui have the bare address, as captured for native SOL. */
function isUriByDefault({network}: PaymentRequest): boolean {
  return ['UTXO', 'LIGHTNING', 'EVM'].includes(network.engine);
}

/** Writes the scheme in capitals, and all of it where case has no meaning: such QR codes are less dense. */
function upperCase(uri: string, {network, address}: PaymentRequest): string {
  const hasNoCase = network.engine === 'LIGHTNING' || /^(bc|ltc)1/.test(address);
  return hasNoCase ? uri.toUpperCase() : uri.replace(/^[a-z]+/, scheme => scheme.toUpperCase());
}
