/** Changes the JSON of an event's data; at once where it can, for thousands come in the same moment. */
export type Rewrite = (json: unknown) => unknown;

/** The event with its data changed, ready to be sent; unchanged when its data is not JSON. Only a promise if `rewrite` gives one. */
export function rewriteEvent(event: string, rewrite: Rewrite): string | Promise<string> {
  const lines = event.split('\n');
  const data = lines.filter(isData).map(line => line.replace(/^data(: ?)?/, ''));
  const unchanged = `${event}\n\n`;
  try {
    const json: unknown = JSON.parse(data.join('\n'));
    const finish = (rewritten: unknown) =>
      rewritten === json
        ? unchanged
        : [...lines.filter(line => !isData(line)), `data: ${JSON.stringify(rewritten)}\n\n`].join('\n');
    const rewritten = rewrite(json);
    return rewritten instanceof Promise ? rewritten.then(finish) : finish(rewritten);
  } catch {
    return unchanged;
  }
}

function isData(line: string): boolean {
  return line === 'data' || line.startsWith('data:');
}
