export interface CheckoutScreen {
  readonly name: string;
}
export const startedAt: number;
export const statesPage: string;
export const states: readonly CheckoutScreen[];
