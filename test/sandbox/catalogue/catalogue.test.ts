import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createHarness} from '../harness.js';

interface Row {
  readonly family: string;
  readonly brand_id: string;
  readonly brand: string;
  readonly min?: string | null;
  readonly max?: string | null;
  readonly category: string;
  readonly kind: string;
  readonly bg_color: string;
  readonly is_out_of_stock: boolean;
  readonly logo_base_url: string;
}
interface Listing {
  readonly country_code: string;
  readonly categories: readonly {
    kind: string;
    category: string | null;
    brands: readonly Row[];
    popular_brands: readonly Row[];
  }[];
  readonly all_brands: readonly Row[];
  readonly popular_brands: readonly Row[];
  readonly last_user_purchases: readonly unknown[];
  readonly suggestions: readonly unknown[];
}
interface ProductRow {
  readonly is_dynamic: boolean;
  readonly denomination?: string;
  readonly range?: {min: number; max: number; step_size: number; default: string; currency: string};
  readonly face_value?: {currency_code: string; amount: {type: string; min?: unknown; price?: string}};
  readonly benefits?: readonly {unit: string; amount: {total_including_tax: {amount: number}}}[];
  readonly delivery_type: string;
  readonly coin: string;
  readonly coin_amount?: string;
}
interface Family {
  readonly brand: string;
  readonly family: string;
  readonly is_out_of_stock: boolean;
  readonly rich_description: {locale: string; how_to_redeem: string} | null;
  readonly products: readonly ProductRow[];
}

const {get} = createHarness();
const countries = ['US', 'IT', 'BR', 'NG', 'VN'];
const listing = async (country: string) => (await get<Listing>(`/v2/brands?country_code=${country}`)).body;
const families = async (country: string, name: string, rest = '') =>
  (
    await get<Family[]>(
      `/v5/products/country/${country}?brand_name=${encodeURIComponent(name)}&coin=USDC${rest}`,
    )
  ).body;
const everything = async () => {
  const found: {row: Row; family: Family; product: ProductRow}[] = [];
  for (const country of countries) {
    for (const row of (await listing(country)).all_brands) {
      for (const family of await families(country, row.brand)) {
        for (const product of family.products) found.push({row, family, product});
      }
    }
  }
  return found;
};

test('each country has its own shelf, and an unknown country an empty one', async () => {
  for (const country of countries) {
    const {all_brands, popular_brands, last_user_purchases, suggestions} = await listing(country);
    assert.ok(all_brands.length >= 15, country);
    assert.ok(popular_brands.length > 2 && suggestions.length > 0);
    assert.deepEqual(last_user_purchases, []);
  }
  assert.ok((await listing('US')).all_brands.length >= 40);
  assert.deepEqual((await listing('AQ')).categories, []);
  assert.deepEqual((await listing('AQ')).all_brands, []);
});

test('a listing without a country is refused', async () => {
  assert.equal((await get('/v2/brands')).status, 400);
});

test('rows repeat across groups, some of which are not their own category', async () => {
  const {categories, all_brands} = await listing('NG');
  const rows = categories.flatMap(group => group.brands);
  assert.ok(rows.length > all_brands.length);
  assert.equal(new Set(rows.map(row => row.brand_id)).size, all_brands.length);
  assert.ok(
    categories.some(group =>
      group.brands.some(row => group.category !== null && row.category !== group.category),
    ),
  );
});

test('one group has no category', async () => {
  for (const country of countries) {
    const {categories} = await listing(country);
    assert.ok(
      categories.some(group => group.category === null && group.brands.length > 0),
      country,
    );
  }
});

test('brand ids belong to a country', async () => {
  const [us, ng] = [await listing('US'), await listing('NG')].map(
    ({all_brands}) => all_brands.find(row => row.category === 'e-sim')?.brand_id,
  );
  assert.ok(us && ng && us !== ng);
});

test('labels of limits have the forms of the wire', async () => {
  const labels: (string | null | undefined)[] = [];
  for (const country of countries)
    labels.push(...(await listing(country)).all_brands.flatMap(row => [row.min, row.max]));
  for (const label of [
    '$1,000',
    '$11.99',
    'A$2',
    'NGN43,442.80',
    '800 Bux',
    '60 SC',
    '1 GB 3 days',
    '1 month',
    'Java & Bedrock Ed',
    '250MB Night Plan (12 - 5 AM)',
    'NGN100,000',
  ]) {
    assert.ok(labels.includes(label), label);
  }
});

test('out-of-stock rows have no limits, except one that has', async () => {
  const {all_brands} = await listing('US');
  const out = all_brands.filter(row => row.is_out_of_stock);
  assert.ok(out.some(row => !('min' in row)));
  assert.ok(out.some(row => 'min' in row && row.min === null && row.max === ''));
  assert.ok(out.some(row => row.min === '$30' && row.max === '$1,000'));
});

test('backgrounds have three or six digits', async () => {
  const {all_brands} = await listing('US');
  assert.ok(all_brands.every(row => /^#([\da-f]{3}|[\da-f]{6})$/i.test(row.bg_color)));
  assert.ok(all_brands.some(row => row.bg_color.length === 4));
});

test('every kind of product is on sale', async () => {
  const all = await everything();
  const has = (what: string, wanted: (found: (typeof all)[number]) => unknown) =>
    assert.ok(all.some(wanted), what);
  has('fixed', ({product}) => product.denomination === '10 USD' && product.face_value?.amount.price === '10');
  has('range with limits as strings', ({product}) => typeof product.face_value?.amount.min === 'string');
  has('range with limits as objects', ({product}) => typeof product.face_value?.amount.min === 'object');
  for (const step of [0.25, 0.5, 1, 5, 10000])
    has(`step ${step}`, ({product}) => product.range?.step_size === step);
  has('default as text', ({product}) => product.range?.default === '500.0');
  has('plan', ({product}) => product.denomination === '1 GB 7 days' && product.face_value === undefined);
  has(
    'unlimited',
    ({product}) =>
      product.denomination === 'Unlimited 3 days' &&
      product.benefits?.[0]?.amount.total_including_tax.amount === -1,
  );
  has('label only', ({product}) => product.denomination === 'Java & Bedrock Ed');
  has(
    'other currency',
    ({row, product}) => row.brand === 'Rewardable AUD' && product.face_value?.currency_code === 'AUD',
  );
  has(
    'e-mail under telephony',
    ({row, product}) =>
      row.kind === 'mobile_recharge' && row.category !== 'e-sim' && product.delivery_type === 'by_email',
  );
});

test('one brand sells by phone and by e-mail at the same prices', async () => {
  const [family] = await families('IT', 'Brezza');
  assert.deepEqual(
    family?.products.slice(0, 1).map(p => [p.denomination, p.delivery_type]),
    [['€5', 'by_phone']],
  );
  assert.ok(family?.products.some(p => p.denomination === '5 EUR - PIN' && p.delivery_type === 'by_email'));
});

test('a family name gives all brands of the family, in any case', async () => {
  const kora = (await get<Family[]>('/v5/products/country/NG?family_name=kora')).body;
  assert.deepEqual(
    kora.map(({brand}) => brand),
    ['Kora Mobile', 'Kora Data', 'Kora Credits', 'Kora Bundle'],
  );
  assert.equal((await get<Family[]>('/v5/products/country/US?family_name=greenbasket')).body.length, 2);
});

test('ghosts are listed in stock and have no products', async () => {
  assert.deepEqual(
    (await families('US', 'Everything Card')).map(({products}) => products),
    [[]],
  );
  assert.deepEqual(await families('IT', 'Carta Tutto'), []);
  assert.ok(
    (await listing('IT')).all_brands.some(row => row.brand === 'Carta Tutto' && !row.is_out_of_stock),
  );
});

test('products need a family or a brand, and an unknown one is an empty list', async () => {
  assert.equal((await get('/v5/products/country/US')).status, 400);
  assert.deepEqual((await get('/v5/products/country/US?family_name=unknown')).body, []);
  assert.deepEqual((await get('/v5/products/country/AQ?family_name=Northbeam')).body, []);
});

test('an unknown coin is answered in another one', async () => {
  const [family] = (await get<Family[]>('/v5/products/country/US?family_name=Vaporforge&coin=NOPE')).body;
  assert.equal(family?.products[0]?.coin, 'BTC');
});

test('texts are HTML in the requested language, and null in one that the API does not have', async () => {
  const [english] = await families('US', 'Northbeam', '&lang=en');
  assert.match(english?.rich_description?.how_to_redeem ?? '', /^<ol><li>/);
  assert.equal((await families('US', 'Northbeam', '&lang=vi'))[0]?.rich_description?.locale, 'vi');
  assert.equal((await families('US', 'Northbeam', '&lang=fa'))[0]?.rich_description, null);
});

test('the homepage has lists of brands', async () => {
  const {body} = await get<{sections: {title: string; brands: Row[]}[]}>('/v2/homepage?country_code=US');
  assert.ok(body.sections.length > 1 && body.sections.every(section => section.brands.length > 0));
});

test('every brand has a logo at each address below its base', async () => {
  const {sandbox} = createHarness();
  for (const country of countries) {
    for (const row of (await listing(country)).all_brands) {
      for (const variant of [
        '.webp',
        '_500x318.webp',
        '_300x190.webp',
        '.jpg',
        '_500x318.jpg',
        '_300x190.jpg',
      ]) {
        const response = await sandbox(new Request(row.logo_base_url + variant));
        assert.equal(response.headers.get('Content-Type'), 'image/svg+xml', row.brand + variant);
      }
    }
  }
  assert.equal((await sandbox(new Request('https://api.test/sandbox/logos/unknown.webp'))).status, 404);
});
