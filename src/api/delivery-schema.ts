import {omitEmpty} from '../domain/omit-empty.js';
import type {Delivery} from '../domain/types.js';
import {readEsim} from './esim.js';
import {fieldsOf} from './field-names.js';
import {anything, fields, object, text, webAddress} from './wire.js';

/** The product of a line. Fields have several names, by kind of product and by the age of the API's own clients. */
const deliverableSchema = fields(
  {
    brand_name: text,
    family: text,
    denomination: text,
    localized_denomination: text,
    product_value: text,
    country_code: text,
    delivery_type: text,
    beneficiary_account: text,
    pin_code: text,
    voucher_code: text,
    code: text,
    pin: text,
    redemption_url: text,
    barcode_image_url: webAddress,
    qr_image_url: webAddress,
    pin_serial: text,
    security_code: text,
    operator_reference: text,
    redeem_instructions: text,
    how_to_redeem: text,
    pin_usage_instructions: text,
    error_description: text,
    failure_reason: text,
  },
  (item): Omit<Delivery, 'state'> => {
    const pin = item.pin_code ?? item.voucher_code ?? item.code ?? item.pin;
    const {activation, code, ...confirmation} = readEsim(fieldsOf(item), pin);
    const link = [code, item.redemption_url].find(isHttps);
    return {
      brandName: item.brand_name ?? item.family ?? '',
      label: item.localized_denomination ?? item.denomination ?? '',
      country: item.country_code ?? '',
      deliveredTo: item.delivery_type === 'by_phone' ? 'phone' : 'email',
      beneficiary: item.beneficiary_account,
      code: code === link ? undefined : code,
      link,
      // The picture of an eSIM's code shows the same as the code that the element draws.
      barcode: activation ? undefined : (item.barcode_image_url ?? item.qr_image_url),
      activation,
      serial: item.pin_serial,
      securityCode: item.security_code,
      reference: item.operator_reference,
      instructions: item.redeem_instructions ?? item.how_to_redeem ?? item.pin_usage_instructions,
      failure: item.error_description ?? item.failure_reason,
      ...omitEmpty({
        ...confirmation,
        denomination: item.product_value ?? (item.localized_denomination && item.denomination),
      }),
    };
  },
  anything,
);

/** A line of an order. The product is below `deliverable`, or beside the line's state as it was ordered. */
export const deliverySchema = object(
  {delivery_state: text, deliverable: deliverableSchema},
  ({delivery_state: state = '', deliverable}): Delivery => ({state, ...deliverable}),
);

function isHttps(text = ''): boolean {
  return /^https:\/\/./i.test(text);
}
