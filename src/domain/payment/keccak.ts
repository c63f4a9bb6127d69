/** Bytes that one block takes; the message must be shorter. */
const RATE = 136;

/**
 * Keccak-256 of an ASCII text of less than 135 characters, in hexadecimal: what EIP-55 needs, and no more. (It is not
 * the SHA-3 of FIPS 202, whose padding differs.) A library for all of it weighs 1.4 KiB more.
 */
export function keccak256(text: string): string {
  const bytes = new Uint8Array(200);
  bytes.set(new TextEncoder().encode(text));
  bytes[text.length] = 0x01;
  bytes[RATE - 1] = 0x80;
  permute(new DataView(bytes.buffer));
  return Array.from(bytes.subarray(0, 32), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Keccak-f[1600]: theta, rho and pi, chi, iota, with its constants made on the way. Lanes wrap to 64 bits when they are put. */
function permute(state: DataView) {
  const lane = (at: number) => state.getBigUint64(at * 8, true);
  const put = (at: number, value: bigint) => state.setBigUint64(at * 8, value, true);
  const rotate = (value: bigint, by: number) => (value << BigInt(by)) | (value >> BigInt(64 - by));
  let register = 1;
  for (let round = 0; round < 24; round++) {
    const before = Array.from({length: 25}, (_, at) => lane(at));
    const column = (x: number) =>
      before.reduce((sum, value, at) => (at % 5 === x % 5 ? sum ^ value : sum), 0n);
    before.forEach((value, at) => {
      put(at, value ^ column(at + 4) ^ rotate(column(at + 1), 1));
    });

    let [x, y, moved] = [1, 0, lane(1)];
    for (let step = 1; step < 25; step++) {
      [x, y] = [y, (2 * x + 3 * y) % 5];
      const next = lane(x + 5 * y);
      put(x + 5 * y, rotate(moved, ((step * (step + 1)) / 2) % 64));
      moved = next;
    }

    for (let row = 0; row < 25; row += 5) {
      const [a, b] = [lane(row), lane(row + 1)];
      for (let at = 0; at < 5; at++) {
        const following = (by: number) => (at + by < 5 ? lane(row + at + by) : at + by === 5 ? a : b);
        put(row + at, lane(row + at) ^ (~following(1) & following(2)));
      }
    }

    for (let bit = 0; bit < 7; bit++) {
      register = ((register << 1) ^ ((register >> 7) * 0x71)) % 256;
      if (register & 2) put(0, lane(0) ^ (1n << BigInt(2 ** bit - 1)));
    }
  }
}
