const encoder = new TextEncoder();

/** The SHA-256 of a text, in base64. */
export async function digestOf(text: string): Promise<string> {
  return base64(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

/** The first `length` bytes, or all, in base64. */
export function base64(bytes: ArrayBuffer, length?: number): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes, 0, length)));
}
