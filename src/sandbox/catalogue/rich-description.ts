import {escapeHtml} from '../support/html.js';
import type {Brand} from './shelf.js';

/** The languages that the API has texts in. */
const languages = ['en', 'es', 'fr', 'de', 'it', 'pt', 'zh', 'tr', 'vi', 'tl'];

/** Returns the `rich_description` of a brand, which holds HTML; `null` in a language that the API does not have. */
export function richDescription(brand: Brand, lang: string): unknown {
  if (!languages.includes(lang)) return null;
  const texts = lang === 'vi' ? vietnamese : english;
  const name = escapeHtml(brand.name);
  const steps = texts.steps(name).map(step => `<li>${step}</li>`);
  return {
    markup: 'html',
    description: texts.description(name),
    how_to_redeem: `<ol>${steps.join('')}</ol>`,
    term_and_conditions: `<p>${termsOf(brand)}</p>`,
    note: brand.stock === 'out' ? null : `<p>${texts.note}</p>`,
    redeem_geo: brand.country,
    locale: texts.locale,
    country_code: brand.country,
    brand_tagline: null,
    brand_use_case: null,
    brand_url: `https://${brand.logo.replace(/[^a-z0-9-]/g, '')}.example`,
    brand_alt_names: [],
    sizeInBytes: 0,
  };
}

/** Returns the terms of a brand as plain text. */
export function termsOf(brand: Brand): string {
  return `Valid in ${brand.country}. Cannot be returned or exchanged for cash. No expiry date.`;
}

const english = {
  locale: 'en',
  description: (name: string) =>
    `<p>Spend it on anything at <strong>${name}</strong>, in one go or bit by bit.</p><p>A present that always fits.</p>`,
  steps: (name: string) => [
    `Sign in to your ${name} account.`,
    'Open <strong>Gift cards</strong> and choose <strong>Redeem</strong>.',
    'Enter the code. The balance is there at once &amp; does not expire.',
  ],
  note: 'The code comes by e-mail too.',
};

const vietnamese: typeof english = {
  locale: 'vi',
  description: name => `<p>Dùng cho mọi thứ tại <strong>${name}</strong>, một lần hoặc nhiều lần.</p>`,
  steps: name => [
    `Đăng nhập vào tài khoản ${name} của bạn.`,
    'Mở <strong>Thẻ quà tặng</strong> và chọn <strong>Đổi mã</strong>.',
    'Nhập mã. Số dư có ngay và không hết hạn.',
  ],
  note: 'Mã cũng được gửi qua e-mail.',
};
