/** The part of an element that draws it. */
interface Drawn extends Element {
  performUpdate(): void;
}

/** The checkout around an element. */
interface Checkout {
  readonly onUpdateError: (error: unknown) => void;
}

/** Passes what an update of an element throws to the checkout that the element is in, or is. One that was removed is not read again. */
export function guardUpdates(element: CustomElementConstructor) {
  const drawn = element.prototype as Drawn;
  const update = drawn.performUpdate;
  drawn.performUpdate = function () {
    try {
      update.call(this);
    } catch (error) {
      checkoutAround(this)?.onUpdateError(error);
    }
  };
}

/** Returns the checkout that an element is in, through every shadow root; `undefined` outside of one. */
function checkoutAround(element: Element | undefined): Checkout | undefined {
  if (!element || 'onUpdateError' in element) return element as Checkout | undefined;
  return checkoutAround((element.getRootNode() as Partial<ShadowRoot>).host);
}
