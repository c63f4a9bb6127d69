import {createApi} from '../api/client.js';
import {withNotedAttempts} from './noted-attempts.js';
import {OrderWatch} from './order-watch.js';

/** What a session needs from the quote on, and the first screen does not. */
export const orderTools = {createApi, withNotedAttempts, OrderWatch};

export type OrderTools = typeof orderTools;
