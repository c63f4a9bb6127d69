/** Returns a JSON response that no cache keeps, as the API sends them. */
export function jsonResponse(body: unknown, status = 200): Response {
  return jsonTextResponse(JSON.stringify(body), status);
}

/** Returns a JSON response whose body is already serialized. */
export function jsonTextResponse(text: string, status = 200): Response {
  const headers = {'Content-Type': 'application/json', 'Cache-Control': 'no-store'};
  return new Response(text, {status, headers});
}

/** Returns an error in the API's shape: `detail` is a code for programs, `message` a sentence for people. */
export function errorResponse(status: number, detail: string, message: string): Response {
  return jsonResponse({status, detail, message}, status);
}

/** Returns a picture. Browsers go by the content type, even where the path ends in `.webp`. */
export function svgResponse(svg: string, cacheControl: string): Response {
  return new Response(svg, {headers: {'Content-Type': 'image/svg+xml', 'Cache-Control': cacheControl}});
}
