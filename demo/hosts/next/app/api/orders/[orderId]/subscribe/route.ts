import {checkoutProxy} from '../../../../../checkout-proxy';

/** The partner guide's address of an order's event stream. */
export const dynamic = 'force-dynamic';
export {checkoutProxy as GET};
