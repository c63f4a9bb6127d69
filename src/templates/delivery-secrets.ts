import {html, type TemplateResult} from 'lit';

import type {Delivery} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {copyableValue} from './copyable-value.js';
import {fresh} from './fresh.js';
import {secretsOf} from './receipt-text.js';

/** Devices whose makers have pages that pass an activation code to the device's own eSIM installation. */
const INSTALLERS = [
  ['iPhone', 'apple'],
  ['Android', 'android'],
] as const;

/** Draws codes to copy, links to open, and an eSIM's activation in every form that a phone takes. */
export function deliverySecrets(delivery: Delivery, messages: Messages): readonly TemplateResult[] {
  const {link, barcode, activation} = delivery;
  return secretsOf(delivery, messages).map(([name, value]) => {
    if (value === activation) return esim(activation, messages);
    return value === link || value === barcode ? secretLink(name, value) : secretValue(name, value, messages);
  });
}

/** Draws an activation code, `LPA:1$<address>$<code>` (GSMA SGP.22). */
function esim(activation: string, messages: Messages): TemplateResult {
  const {done} = messages;
  const [, address = '', code = ''] = activation.split('$');
  return html`<p class="small">${done.esimHint}</p>
    <cr-qr-code part="qr" translate="no" .text=${activation} label=${done.activation} .messages=${messages}></cr-qr-code>
    ${INSTALLERS.map(([device, host]) =>
      secretLink(
        done.install(device),
        `https://esimsetup.${host}.com/esim_qrcode_provisioning?carddata=${encodeURIComponent(activation)}`,
      ),
    )}
    ${secretValue(done.smdpAddress, address, messages)} ${secretValue(done.activation, code, messages)}`;
}

function secretValue(label: string, value: string, messages: Messages): TemplateResult {
  const shown = html`<span class="code" part="code" dir="ltr" translate="no">${fresh(value)}</span>`;
  return copyableValue(label, value, {shown, messages});
}

function secretLink(label: string, link: string): TemplateResult {
  return html`<a class="secondary" part="code" href=${link} target="_blank" rel="noopener noreferrer">${label}</a>`;
}
