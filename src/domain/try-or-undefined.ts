/** Returns the result of a function; `undefined` where it throws. */
export function tryOrUndefined<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
