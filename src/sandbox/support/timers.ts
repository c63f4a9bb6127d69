/** Calls back about every so many milliseconds until the returned function is called. */
export type Repeat = (milliseconds: number, callback: () => void) => () => void;

/** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted before. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Repeats by `setInterval`. */
export const repeatByInterval: Repeat = (milliseconds, callback) => {
  const timer = setInterval(callback, milliseconds);
  return () => clearInterval(timer);
};

/** Sleeps by `setTimeout`. */
export const sleepByTimeout: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', abort, {once: true});
  });
