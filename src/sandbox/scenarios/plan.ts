/** How much of the amount has arrived, in ten-thousandths. */
export const paidShare = {nothing: 0, half: 5000, lessFee: 9800, all: 10_000, excess: 15_000} as const;

/** What happens by itself after an order was made. Times are seconds after that moment. */
export interface Plan {
  /** Steps before the payment, or instead of it. */
  readonly steps?: readonly PlanStep[];
  /** When the payment arrives; the delivery follows by itself. Default: never. */
  readonly paidAfter?: number;
  /** How much arrives at `paidAfter`. Default: `paidShare.all`. */
  readonly sent?: number;
  /** The order still expires at the end of its window, with this share paid. Default: it does not expire. */
  readonly expiresWith?: number;
}

/** A state that an order takes. Default: its payment is received and paid in full. */
export type PlanStep = readonly [seconds: number, orderState: string, paymentState?: string, sent?: number];
