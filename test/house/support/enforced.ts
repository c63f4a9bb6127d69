/** Whether rules of the house that are not kept everywhere yet fail their tests; until then they are only reported. */
export const enforced = false;
