/** Returns whether the server's API is the sandbox. */
export async function isSandbox() {
  const response = await fetch('/mode.json');
  const {mode} = await response.json();
  return mode === 'sandbox';
}
