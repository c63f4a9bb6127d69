/** A property that the parent hands down and that has no attribute. */
export const given = {attribute: false} as const;

/** A property of the element's own. */
export const inner = {state: true} as const;
