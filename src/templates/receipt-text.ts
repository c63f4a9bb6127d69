import {plainOrderId} from '../domain/support-link.js';
import type {Delivery, Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount, dateTime} from '../locales/format.js';

/** Lists what a line delivered that is worth money, each value with its name. */
export function secretsOf(
  {code, link, barcode, activation, confirmationCode, serial, securityCode}: Delivery,
  {done}: Messages,
): readonly (readonly [name: string, value: string])[] {
  const named = [
    [done.code, code],
    [done.redeemLink, link],
    [done.barcode, barcode],
    [done.activation, activation],
    [done.confirmation, confirmationCode],
    [done.serial, serial],
    [done.securityCode, securityCode],
  ] as const;
  return named.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** Writes a receipt as plain text. It holds the codes of the lines in `shown`, by index, and no others. */
export function receiptText(
  order: Order,
  shown: ReadonlySet<number>,
  {messages, language}: {readonly messages: Messages; readonly language: string},
): string {
  const {done, payment} = messages;
  const at = order.updatedAt ?? order.createdAt;
  const blocks = [
    [
      done.receipt,
      `${payment.orderId} ${plainOrderId(order.id)}`,
      at && dateTime(at, language),
      order.coinAmount && order.coin && coinAmount(order.coinAmount, order.coin),
    ],
    ...order.deliveries.map((delivery, index) => [
      `${delivery.brandName} ${delivery.label}`,
      delivery.beneficiary,
      ...secretsOf(delivery, messages).map(
        ([name, value]) => `${name}: ${shown.has(index) ? value : '••••'}`,
      ),
      delivery.reference && `${done.reference}: ${delivery.reference}`,
    ]),
  ];
  return blocks.map(lines => `${lines.filter(Boolean).join('\n')}\n`).join('\n');
}
