/** The part of selenium's driver that the tests use. */
export interface WebkitDriver {
  get(url: string): Promise<void>;
  executeScript<Value>(script: string, ...values: readonly unknown[]): Promise<Value>;
  takeScreenshot(): Promise<string>;
}
export function startWebkit(): Promise<{readonly driver: WebkitDriver; close(): Promise<void>}>;
