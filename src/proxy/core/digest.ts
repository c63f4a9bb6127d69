const encoder = new TextEncoder();

/** Returns the SHA-256 of a text in base64. */
export async function sha256(text: string): Promise<string> {
  return base64(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

/** Encodes the first `length` bytes, or all, in base64. */
export function base64(bytes: ArrayBuffer, length?: number): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes, 0, length)));
}
