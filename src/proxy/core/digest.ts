const encoder = new TextEncoder();

/** Returns the SHA-256 of a text in base64. */
export async function sha256(text: string): Promise<string> {
  return base64(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

/** Encodes the first `length` bytes, or all, in base64. */
export function base64(bytes: ArrayBuffer, length?: number): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes, 0, length)));
}

/** Encodes many bytes in base64, in pieces that fit into the arguments of a call. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}
