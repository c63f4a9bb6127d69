/**
 * Builds the brand step without the element, in plain DOM: search, countries, categories and styled tiles that work.
 * Everything that needs no listing is drawn before it arrives.
 */
const query = new URLSearchParams(location.search);
const base = `/${query.get('rows')}/${query.get('delay')}`;
const FIRST = 12;

const at = selector => document.querySelector(selector);
let brands = [];
let category = '';
let shown = FIRST;

showCountries();
at('select').addEventListener('change', () => load());
at('input').addEventListener('input', () => show(FIRST));
at('#more').addEventListener('click', () => show(shown + FIRST));
await load();

/** Returns every two-letter code that the browser has a name for. */
function showCountries() {
  const names = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap(first => letters.map(second => first + second));
  const countries = codes.map(code => [names.of(code), code]).filter(([name]) => name);
  for (const [name, code] of countries.sort(([one], [other]) => one.localeCompare(other)))
    at('select').append(new Option(name, code));
  at('select').value = 'US';
}

async function load() {
  const response = await fetch(`${base}/v2/brands?country_code=${at('select').value}`);
  brands = read(await response.json());
  showCategories();
  show(FIRST);
}

/** Lists each brand once, popular ones first and sold-out ones last, with the text that is searched. */
function read({popular_brands, categories, all_brands}) {
  const popular = new Set(popular_brands.map(({brand_id}) => brand_id));
  const found = new Map();
  const add = (row, name) => {
    const brand = found.get(row.brand_id);
    if (brand) return brand.categories.add(name);
    const title = row.brand ?? row.family;
    const rank = row.is_out_of_stock ? 2 : popular.has(row.brand_id) ? 0 : 1;
    found.set(row.brand_id, {row, title, rank, text: title.toLowerCase(), categories: new Set([name])});
  };
  for (const group of categories) for (const row of group.brands) add(row, group.category ?? 'other');
  for (const row of all_brands) add(row, row.category ?? 'other');
  return [...found.values()].sort((one, other) => one.rank - other.rank);
}

function showCategories() {
  const counts = new Map();
  for (const {categories} of brands)
    for (const name of categories) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one));
  at('nav').replaceChildren(
    ...['', ...names].map(name => {
      const button = make('button', '', name.replaceAll('_', ' ') || 'All');
      button.addEventListener('click', () => {
        category = name;
        show(FIRST);
      });
      return button;
    }),
  );
}

function show(count) {
  shown = count;
  const wanted = at('input').value.trim().toLowerCase();
  const found = brands.filter(
    ({text, categories}) => text.includes(wanted) && (category === '' || categories.has(category)),
  );
  at('#count').textContent = `${found.length} brands`;
  at('#grid').replaceChildren(...found.slice(0, count).map(tile));
  at('#more').hidden = found.length <= count;
}

function tile({row, title}) {
  const button = make('button', 'tile');
  button.setAttribute('part', 'brand');
  button.disabled = row.is_out_of_stock;
  const logo = make('span', 'logo', title.slice(0, 2).toUpperCase());
  logo.style.background = row.bg_color;
  if (row.logo_base_url) {
    const image = new Image();
    image.alt = '';
    image.loading = 'lazy';
    image.src = `${row.logo_base_url}_300x190.webp`;
    image.addEventListener('error', () => image.remove());
    logo.append(image);
  }
  const price = row.is_out_of_stock ? 'Out of stock' : [...new Set([row.min, row.max])].join(' – ');
  button.append(logo, make('span', 'name', title), make('span', 'price', price));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

function make(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
