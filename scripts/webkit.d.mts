/** The part of selenium's driver that the tests use. */
export interface WebkitDriver {
  get(url: string): Promise<void>;
  executeScript<Value>(script: string, ...values: readonly unknown[]): Promise<Value>;
  takeScreenshot(): Promise<string>;
  actions(): Actions;
}
/** Keys and pointer moves that the browser makes in order. */
interface Actions {
  sendKeys(...keys: readonly string[]): Actions;
  move(point: {readonly x: number; readonly y: number}): Actions;
  press(): Actions;
  release(): Actions;
  perform(): Promise<void>;
}
export function startWebkit(): Promise<{readonly driver: WebkitDriver; close(): Promise<void>}>;
