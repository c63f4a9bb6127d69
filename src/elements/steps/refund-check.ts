import {chainOf, isAddress} from '../../domain/payment/chains/index.js';
import type {Quote, Recipient} from '../../domain/types.js';

/** Whether a refund can be sent to an address: a Lightning payment cannot be sent back to one. */
export function hasRefundAddress({coin, network}: Quote): boolean {
  return chainOf({coin, network: network.name}, network) !== 'lightning';
}

/** Whether a recipient has no refund address, or one on the network that is paid on. */
export function isRefundable({refundAddress}: Recipient, {coin, network}: Quote): boolean {
  return !refundAddress || isAddress(chainOf({coin, network: network.name}, network), refundAddress);
}
