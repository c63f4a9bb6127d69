import {create, type QRCode} from 'qrcode/lib/core/qrcode.js';

import {tryOrUndefined} from '../../domain/try-or-undefined.js';

/** Modules a side of version 12. Above it, larger modules help a camera more than a second copy of the data does. */
const LARGE = 65;

/** Characters of the longest text that is drawn: more than a Lightning invoice has, and few enough to be drawn at once. */
const LONGEST = 1000;

/** Dark and light modules of a QR code. */
export type QrModules = QRCode['modules'];

/**
 * Makes the QR code of a text (ISO/IEC 18004): at level M, or at L if that would take more than version 12. Upper case, as
 * in a BOLT 11 invoice, takes fewer modules. `undefined` if the text is not ASCII, as payment texts are, or too long.
 */
export function qrModules(text: string): QrModules | undefined {
  if (text.length > LONGEST || /[^ -~]/.test(text)) return undefined;
  const modules = modulesAt('M', text);
  return modules && modules.size <= LARGE ? modules : modulesAt('L', text);
}

function modulesAt(errorCorrectionLevel: 'M' | 'L', text: string): QrModules | undefined {
  return tryOrUndefined(() => create(text, {errorCorrectionLevel}).modules);
}
