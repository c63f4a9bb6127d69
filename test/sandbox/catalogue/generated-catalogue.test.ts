import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSandbox} from '../../../src/sandbox/index.js';
import {createHarness, orderRequest} from '../harness.js';

interface Row {
  readonly brand_id: string;
  readonly brand: string;
  readonly family: string;
  readonly min?: string | null;
  readonly max?: string | null;
  readonly category: string;
  readonly kind: string;
  readonly bg_color: string;
  readonly is_out_of_stock: boolean;
  readonly logo_base_url: string | null;
}
interface Listing {
  readonly categories: readonly {kind: string; category: string | null; brands: readonly Row[]}[];
  readonly all_brands: readonly Row[];
}
interface Product {
  readonly product_id: string;
  readonly is_dynamic: boolean;
  readonly denomination?: string;
  readonly range?: {min: number; max: number; step_size: number};
  readonly delivery_type: string;
}
interface Family {
  readonly brand_id: string;
  readonly brand: string;
  readonly products: readonly Product[];
}

const us = createHarness({catalogue: {rows: 891}});
const listingOf = async ({get}: Pick<typeof us, 'get'>, country = 'US') =>
  (await get<Listing>(`/v2/brands?country_code=${country}`)).body;
const rowsOf = ({categories}: Listing) => categories.flatMap(group => group.brands);
const share = (rows: readonly Row[], wanted: (row: Row) => unknown) =>
  rows.filter(wanted).length / rows.length;

test('a listing has exactly `rows` rows', async () => {
  for (const rows of [100, 900, 2345]) {
    const listing = await listingOf(createHarness({catalogue: {rows}}));
    assert.equal(rowsOf(listing).length, rows);
    assert.equal(new Set(rowsOf(listing).map(row => row.brand_id)).size, listing.all_brands.length);
  }
});

test('the brands written by hand stay, in their country and in the others', async () => {
  const [plain, full] = [await listingOf(createHarness()), await listingOf(us)];
  assert.deepEqual(full.all_brands.slice(0, plain.all_brands.length), plain.all_brands);
  assert.deepEqual(await listingOf(us, 'NG'), await listingOf(createHarness(), 'NG'));
  assert.deepEqual(await listingOf(createHarness({catalogue: {rows: 1}})), plain);
});

test('any country can be filled, even one without a shelf', async () => {
  assert.equal(
    rowsOf(await listingOf(createHarness({catalogue: {country: 'ng', rows: 300}}), 'NG')).length,
    300,
  );
  const somewhere = createHarness({catalogue: {country: 'DE', rows: 50}});
  const {all_brands} = await listingOf(somewhere, 'DE');
  assert.ok(all_brands.length > 30 && all_brands.length < 50);
  assert.deepEqual((await listingOf(us, 'DE')).all_brands, []);
});

test('the same seed gives the same listing, another seed another one', async () => {
  const of = (seed: number) => listingOf(createHarness({seed, catalogue: {rows: 400}}));
  assert.deepEqual(await of(1), await of(1));
  assert.notDeepEqual(await of(1), await of(2));
});

test('invalid options are refused', () => {
  for (const catalogue of [{rows: -1}, {rows: 1.5}, {rows: Number.NaN}, {country: 'USA', rows: 10}]) {
    assert.throws(() => createSandbox({catalogue}), TypeError);
  }
});

test('rows repeat, and are out of stock, in the proportions of real listings', async () => {
  const listing = await listingOf(us);
  const {all_brands} = listing;
  const perBrand = rowsOf(listing).length / all_brands.length;
  assert.ok(perBrand > 1.3 && perBrand < 1.5, String(perBrand));
  const out = all_brands.filter(row => row.is_out_of_stock);
  assert.ok(out.length / all_brands.length > 0.1 && out.length / all_brands.length < 0.3);
  assert.ok(share(out, row => row.min) < 0.1);
  assert.ok(share(all_brands, row => row.kind === 'mobile_recharge') < 0.2);
  const bytes = JSON.stringify(listing.categories).length / rowsOf(listing).length;
  assert.ok(bytes > 370 && bytes < 470, `${bytes} bytes a row`);
});

test('all categories and kinds of real listings occur, and a group without a category', async () => {
  const {categories} = await listingOf(us);
  const names = new Set(categories.map(({category}) => category));
  for (const name of (
    'e-sim e-commerce retail electronics food groceries games entertainment streaming apparel_clothing ' +
    'health_beauty sports_fitness travel_flights home e-money mobile_talk_time mobile_credits mobile_bundle ' +
    'mobile_data books_learning charity_donations other_products'
  ).split(' ')) {
    assert.ok(names.has(name), name);
  }
  assert.ok(names.has(null));
  const kinds = new Set(categories.map(({kind}) => kind));
  assert.deepEqual([...kinds].sort(), ['giftcard', 'mobile_recharge', 'nft_giftcard']);
});

test('labels, names, colours and logos are as odd as real ones', async () => {
  const {all_brands: rows} = await listingOf(us);
  const labels = rows.flatMap(({min, max}) => [min ?? '', max ?? '']);
  for (const form of [
    /^\$\d/,
    /^\$1,000$/,
    /^CA\$2/,
    /^IQD\d+,000/,
    /^\d+ (Bux|SC|Coins|Gems|Embers|Stars)$/,
    /^1 month$/,
    /^1 GB \d+ days$/,
    /Minutes/,
    /Ed$/,
  ]) {
    assert.ok(
      labels.some(label => form.test(label)),
      String(form),
    );
  }
  const has = (what: string, wanted: (row: Row) => unknown) => assert.ok(rows.some(wanted), what);
  has('absurdly long name', row => row.brand.length > 200);
  has('long name in one word', row => row.brand.length > 200 && !row.brand.includes(' '));
  has('accents', row => /\p{Script=Latin}/u.test(row.brand) && row.brand !== row.brand.normalize('NFD'));
  has('another script', row => /\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Arabic}/u.test(row.brand));
  has('three digits of colour', row => /^#[\da-f]{3}$/i.test(row.bg_color));
  has('no logo', row => row.logo_base_url === null);
  assert.ok(rows.every(row => /^#([\da-f]{3}|[\da-f]{6})$/i.test(row.bg_color)));
  assert.ok(new Set(rows.map(row => row.brand)).size < rows.length, 'two brands of one name');
  assert.ok(rows.filter(row => row.family !== row.brand).length > 10, 'families with several brands');
});

test('a lost logo is a 404, and every other one exists', async () => {
  const {all_brands} = await listingOf(us);
  const statuses = new Set<number>();
  for (const {logo_base_url} of all_brands) {
    if (logo_base_url) statuses.add((await us.sandbox(`${logo_base_url}_300x190.webp`)).status);
  }
  assert.deepEqual([...statuses].sort(), [200, 404]);
});

test('everything in stock can be bought, at both ends of its range', async () => {
  const {all_brands} = await listingOf(us);
  const deliveries: object[] = [];
  for (const row of all_brands.slice((await listingOf(createHarness())).all_brands.length)) {
    const query = `family_name=${encodeURIComponent(row.family)}&coin=USDC`;
    const {body: families} = await us.get<Family[]>(`/v5/products/country/US?${query}`);
    const products = families.find(({brand_id}) => brand_id === row.brand_id)?.products ?? [];
    assert.ok(products.length > 0, row.brand);
    assert.equal(new Set(products.map(({product_id}) => product_id)).size, products.length);
    if (!row.is_out_of_stock) deliveries.push(...products.flatMap(product => linesOf(row, product)));
  }
  assert.ok(deliveries.length > 1000);
  for (let at = 0; at < deliveries.length; at += 10) {
    const {body} = await us.post<{problems: readonly unknown[] | null}>(
      '/v5/orders/validations',
      orderRequest({payment: {coin: 'USDC', network: 'Solana'}, deliveries: deliveries.slice(at, at + 10)}),
    );
    assert.deepEqual(body.problems ?? [], [], JSON.stringify(deliveries.slice(at, at + 10)));
  }
});

test('an order of two brands with one name gets the one that sells its denomination', async () => {
  const {all_brands} = await listingOf(us);
  const inStock = all_brands.filter(row => !row.is_out_of_stock);
  const name = inStock.find(
    (row, index) => inStock.findIndex(each => each.brand === row.brand) < index,
  )?.brand;
  assert.ok(name);
  const {body: twins} = await us.get<Family[]>(
    `/v5/products/country/US?brand_name=${encodeURIComponent(name)}&coin=USDC`,
  );
  assert.equal(twins.length, 2);
  for (const {products} of twins) {
    const deliveries: object[] = products.flatMap(product => linesOf({brand: name}, product));
    const order: {readonly deliveries: readonly unknown[]} = await us.order({
      deliveries,
      payment: {coin: 'USDC', network: 'Solana'},
    });
    assert.equal(order.deliveries.length, deliveries.length);
  }
});

test('the amount of a range has a price', async () => {
  const {all_brands} = await listingOf(us);
  for (const row of all_brands.slice(-40)) {
    const {body} = await us.get<Family[]>(
      `/v5/products/country/US?brand_name=${encodeURIComponent(row.brand)}&coin=USDC`,
    );
    for (const {range} of body.flatMap(({products}) => products)) {
      if (!range) continue;
      const {status} = await us.get(
        `/v4/products/price?brand_name=${encodeURIComponent(row.brand)}&country_code=US&face_value=${range.max}&coin=USDC`,
      );
      assert.equal(status, 200, row.brand);
    }
  }
});

test('the time for a listing grows with its rows and not with their square', async () => {
  const cpuTime = async (rows: number) => {
    const before = process.cpuUsage();
    assert.equal(rowsOf(await listingOf(createHarness({catalogue: {rows}}))).length, rows);
    const {user, system} = process.cpuUsage(before);
    return user + system;
  };
  await cpuTime(2000);
  const [small, large] = [await cpuTime(2000), await cpuTime(18_000)];
  // Nine times the rows: about 9 when it is linear, about 81 when each brand is compared with each other.
  assert.ok(large / small < 36, `${large / small} times the time`);
});

/** Returns lines that buy a product: one, or one at each end of its range. */
function linesOf({brand}: Pick<Row, 'brand'>, {denomination, range, delivery_type}: Product): object[] {
  const line = {
    brand_name: brand,
    country_code: 'US',
    beneficiary_account: delivery_type === 'by_phone' ? '+12025550123' : 'buyer@example.com',
  };
  if (!range) return [{...line, denomination}];
  return [range.min, range.max].map(amount => ({
    ...line,
    denomination: 'range',
    product_value: String(amount),
  }));
}
