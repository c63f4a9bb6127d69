import {parseURL} from '@solana/pay';
import {decode as decodeBip21} from 'bip21';
import {parse as parseErc681} from 'eth-url-parser';
import jsQR from 'jsqr';
import {decode as decodeInvoice} from 'light-bolt11-decoder';
import type {Locator} from 'playwright-core';
import {PNG} from 'pngjs';

/** A payment as wallets read it, by readers that share no code with the element. */
export interface ReadPayment {
  readonly scheme: string;
  readonly address: string;
  /** Amount in coins (`amount`), or in the smallest unit (`units`). */
  readonly amount?: string;
  readonly units?: string;
  readonly contract?: string | undefined;
  readonly chainId?: string | undefined;
  readonly invoice?: string | undefined;
}

/** Takes a picture of a QR code on the page, and decodes it. */
export async function scan(code: Locator): Promise<string> {
  const {data, width, height} = PNG.sync.read(await code.screenshot());
  // Unwraps CommonJS, of which Node takes the whole module for the default export.
  const decode = (jsQR as unknown as {default?: typeof jsQR}).default ?? jsQR;
  const read = decode(new Uint8ClampedArray(data), width, height);
  if (!read) throw new Error(`no code can be read in ${width} x ${height} pixels`);
  return read.data;
}

export function readPayment(text: string): ReadPayment {
  const scheme = /^([a-z]+):/.exec(text)?.[1] ?? 'bare';
  switch (scheme) {
    case 'bare':
      return {scheme, address: text};
    case 'bitcoin':
    case 'litecoin':
    case 'dogecoin': {
      const {address, options} = decodeBip21(text, scheme) as {
        address: string;
        options: {amount?: number; lightning?: string};
      };
      return {scheme, address, amount: String(options.amount), invoice: options.lightning};
    }
    case 'lightning': {
      const address = text.slice('lightning:'.length);
      return {scheme, address, units: millisatoshisOf(address)};
    }
    case 'ethereum': {
      const {target_address, chain_id, function_name, parameters = {}} = parseErc681(text);
      return function_name === 'transfer'
        ? {
            scheme,
            address: parameters.address ?? '',
            units: parameters.uint256 ?? '',
            contract: target_address,
            chainId: chain_id,
          }
        : {scheme, address: target_address, units: parameters.value ?? '', chainId: chain_id};
    }
    case 'solana': {
      const url = parseURL(text);
      if (!('recipient' in url)) throw new Error('a transaction request');
      return {
        scheme,
        address: String(url.recipient),
        amount: String(url.amount),
        contract: url.splToken && String(url.splToken),
      };
    }
    case 'ton': {
      const {pathname, searchParams} = new URL(text);
      return {
        scheme,
        address: pathname.replace(/^\//, ''),
        units: searchParams.get('amount') ?? '',
        contract: searchParams.get('jetton') ?? undefined,
      };
    }
    default:
      throw new Error(`no reader for ${scheme}`);
  }
}

export function millisatoshisOf(invoice: string): string {
  const {sections} = decodeInvoice(invoice.toLowerCase()) as {sections: {name: string; value?: unknown}[]};
  return String(sections.find(({name}) => name === 'amount')?.value);
}
