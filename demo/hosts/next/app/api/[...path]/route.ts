import {checkoutProxy} from '../../../checkout-proxy';

export const dynamic = 'force-dynamic';
export {checkoutProxy as GET, checkoutProxy as OPTIONS, checkoutProxy as POST};
