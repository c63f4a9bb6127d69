/** Types the part of `qrcode` that makes the matrix: without its renderers, which are 1.3 kB after brotli. */
declare module 'qrcode/lib/core/qrcode.js' {
  export {create, type QRCode} from 'qrcode';
}
