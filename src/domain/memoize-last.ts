/** Returns a function that calls `compute` again only if an argument has changed since the last call (`!==`). */
export function memoizeLast<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: {readonly args: Args; readonly result: Result} | undefined;
  return (...args) => {
    const isSame = last && args.every((arg, index) => arg === last?.args[index]);
    if (!last || !isSame) last = {args, result: compute(...args)};
    return last.result;
  };
}
