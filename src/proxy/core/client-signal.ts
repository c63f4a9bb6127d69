/** The word that the buyer has left: as much of an `AbortSignal` as is needed, so that thousands need not be made. */
export interface Leaving {
  /** True once the buyer has left. */
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
