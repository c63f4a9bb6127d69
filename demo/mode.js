/** Whether the server plays the API itself. */
export async function isSandbox() {
  const response = await fetch('/mode.json');
  const {mode} = await response.json();
  return mode === 'sandbox';
}
