/**
 * Draws the first screen of the brand step without any library, hand-written for this page alone: one pass over the
 * listing, one sort, only the tiles on screen, added to the page at once.
 */
const query = new URLSearchParams(location.search);
/** Tiles drawn at a time: a phone shows eight at most, and two more rows are ready when it is scrolled. */
const BATCH = 12;

const base = `/${query.get('rows')}/${query.get('delay')}`;
let featured = [];
// Not awaited: featured brands that arrive after the listing are left out.
fetch(`${base}/v2/homepage?country_code=US`)
  .then(response => response.json())
  .then(({sections}) => {
    featured = sections.flatMap(({brands}) => brands.map(row => row.brand_id));
  });
const response = await fetch(`${base}/v2/brands?country_code=US`);
const listing = await response.json();
const {brands, kinds, categories} = read(listing);
let shown = 0;

document.querySelector('#kinds').append(...['All', ...kinds].map(chip));
document.querySelector('#categories').append(...['All', ...categories].map(chip));
document.querySelector('#count').textContent = `${brands.length} brands`;
showMore();
new IntersectionObserver(([entry]) => entry.isIntersecting && showMore(), {rootMargin: '300px'}).observe(
  document.querySelector('#end'),
);

/** Lists each brand once: featured, then popular ones first, sold-out ones last; categories by number of rows. */
function read(listing) {
  const popular = new Set(listing.popular_brands.map(row => row.brand_id));
  const places = new Map([...new Set(featured)].map((id, place) => [id, place]));
  const found = new Map();
  const uses = new Map();
  const kinds = new Set();
  for (const group of listing.categories) {
    for (const row of group.popular_brands) popular.add(row.brand_id);
    const category = group.category ?? 'other_products';
    uses.set(category, (uses.get(category) ?? 0) + group.brands.length);
    for (const row of group.brands) {
      const known = found.get(row.brand_id);
      if (known) known.categories.push(category);
      else found.set(row.brand_id, {row, categories: [category], rank: 0});
    }
  }
  for (const row of listing.all_brands) {
    if (!found.has(row.brand_id)) found.set(row.brand_id, {row, categories: [row.category], rank: 0});
  }
  const brands = [...found.values()];
  for (const brand of brands) {
    const {brand_id: id, is_out_of_stock: isOut} = brand.row;
    brand.rank = (isOut ? 1e6 : 0) + (places.get(id) ?? (popular.has(id) ? 1e4 : 1e5));
  }
  for (const {row} of brands) {
    kinds.add(
      row.kind === 'mobile_recharge' ? (row.category === 'e-sim' ? 'eSIMs' : 'Top-ups') : 'Gift cards',
    );
  }
  brands.sort((a, b) => a.rank - b.rank);
  return {brands, kinds, categories: [...uses.keys()].sort((a, b) => uses.get(b) - uses.get(a))};
}

function showMore() {
  const tiles = document.createDocumentFragment();
  for (const {row} of brands.slice(shown, shown + BATCH)) tiles.append(tile(row));
  shown += BATCH;
  document.querySelector('#grid').append(tiles);
}

function tile(row) {
  const name = row.brand ?? row.family;
  const item = document.createElement('li');
  const button = make('button', 'tile');
  button.type = 'button';
  button.setAttribute('part', 'brand');
  if (row.is_out_of_stock) button.setAttribute('aria-disabled', 'true');
  const logo = make('span', 'logo', monogram(name));
  logo.style.backgroundColor = row.bg_color;
  logo.style.color = inkOn(row.bg_color);
  logo.ariaHidden = 'true';
  if (row.logo_base_url) {
    const image = new Image(300, 190);
    image.loading = 'lazy';
    image.decoding = 'async';
    image.alt = '';
    image.onerror = () => image.remove();
    image.src = `${row.logo_base_url}_300x190.webp`;
    logo.append(image);
  }
  const text = make('span', 'text');
  const title = make('span', 'name', name);
  title.title = name;
  text.append(title, make('span', 'price', price(row)));
  button.append(logo, text);
  item.append(button);
  return item;
}

function price({min, max, is_out_of_stock}) {
  if (is_out_of_stock) return 'Out of stock';
  return min === max ? (min ?? 'Gift card') : `${min} – ${max}`;
}

function monogram(name) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map(word => [...word][0]) : [...name].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** Returns black or white, whichever has more contrast. */
function inkOn(color) {
  const digits = color.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const [red, green, blue] = [0, 2, 4].map(at => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}

function chip(category) {
  const button = make('button', '', category.replaceAll('_', ' '));
  button.type = 'button';
  return button;
}

function make(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
