/** An answer as the API gives it. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers},
  });
}

/** An error in the API's shape: `detail` is for programs, `message` for people. */
export function failure(status: number, detail: string, message: string): Response {
  return json({status, detail, message}, status);
}
