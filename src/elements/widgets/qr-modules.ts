/** Modules a side of version 12. Above it, larger modules help a camera more than a second copy of the data does. */
const LARGE = 65;

/**
 * What QR's alphanumeric mode holds at 5.5 bits a character (ISO/IEC 18004, 7.4.4), in runs that are long enough to pay
 * for the change of mode: a BOLT 11 invoice or a bech32 address in upper case.
 */
const ALPHANUMERIC = /([\dA-Z $%*+./:-]{10,})/;

/** A QR code's side in modules, and which of them are dark. */
export interface QrModules {
  readonly size: number;
  get(x: number, y: number): boolean;
}

/** The QR code of a text in ASCII, as payment texts are: at level M, or at L where that would take more than version 12. */
export async function qrModules(text: string): Promise<QrModules> {
  const {generate, correction, mode} = await import('lean-qr');
  if (/[^ -~]/.test(text)) throw new Error('A QR code is drawn of ASCII only.');
  const parts = text.split(ALPHANUMERIC).map((part, at) => (at % 2 ? mode.alphaNumeric : mode.ascii)(part));
  const data = mode.multi(...parts);
  const code = generate(data, {minCorrectionLevel: correction.M});
  return code.size > LARGE ? generate(data) : code;
}
