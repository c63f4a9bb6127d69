/** An answer as the API gives it. */
export function jsonResponse(body: unknown, status = 200): Response {
  return jsonTextResponse(JSON.stringify(body), status);
}

/** The same from JSON that is text already. */
export function jsonTextResponse(text: string, status = 200): Response {
  const headers = {'Content-Type': 'application/json', 'Cache-Control': 'no-store'};
  return new Response(text, {status, headers});
}

/** An error in the API's shape: `detail` is for programs, `message` for people. */
export function errorResponse(status: number, detail: string, message: string): Response {
  return jsonResponse({status, detail, message}, status);
}
