/** An answer as the API gives it. */
export function json(body: unknown, status = 200): Response {
  return jsonText(JSON.stringify(body), status);
}

/** The same from JSON that is text already. */
export function jsonText(text: string, status = 200): Response {
  const headers = {'Content-Type': 'application/json', 'Cache-Control': 'no-store'};
  return new Response(text, {status, headers});
}

/** An error in the API's shape: `detail` is for programs, `message` for people. */
export function failure(status: number, detail: string, message: string): Response {
  return json({status, detail, message}, status);
}
