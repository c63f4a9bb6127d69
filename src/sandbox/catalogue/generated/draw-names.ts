import type {SeededRandom} from '../../support/seeded-random.js';

/** Returns a function that draws invented names, each once and none of `taken`. */
export function createNames(random: SeededRandom, taken: Iterable<string>): () => string {
  const used = new Set(taken);
  return function next() {
    const name = draw(random);
    const free = used.has(name) ? numbered(name, used) : name;
    used.add(free);
    return free;
  };
}

function draw(random: SeededRandom): string {
  const kind = random.below(150);
  if (kind === 0) return absurdlyLong(random);
  if (kind < 12) return foreign(random);
  if (kind < 24) return `${random.pick(accented)} ${random.pick(things)}`;
  const [first, second] = [random.pick(qualities), random.pick(things)];
  switch (random.below(8)) {
    case 0:
      return `${first} & ${second}`;
    case 1:
      return first + second.toLowerCase();
    case 2:
      return `${1 + random.below(99)} ${second} ${random.pick(trades)}`;
    case 3:
    case 4:
      return `${first} ${second} ${random.pick(trades)}`;
    case 5:
      return `${second} ${random.pick(trades)}`;
    default:
      return `${first} ${second}`;
  }
}

/** Appends the first number that makes a name unused: "Copper Lantern 2". */
function numbered(name: string, used: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const candidate = `${name} ${number}`;
    if (!used.has(candidate)) return candidate;
  }
}

function absurdlyLong(random: SeededRandom): string {
  const words = Array.from({length: 30 + random.below(60)}, () => random.pick(things));
  // Half of them have no space to break the line at.
  return words.join(random.below(2) === 0 ? ' ' : '');
}

function foreign(random: SeededRandom): string {
  const {first, second, glue} = random.pick(scripts);
  return `${random.pick(first)}${glue}${random.pick(second)}`;
}

const words = (text: string) => text.split(' ');

const qualities = words(
  'Amber Autumn Azure Bright Bronze Calm Cedar Clever Cloud Coastal Copper Coral Crimson Crystal Daily Desert ' +
    'Early Eastern Ember Emerald Evening Fable Fern Flint Forest Fresh Frost Gentle Golden Grand Granite Harvest ' +
    'Hidden Honest Indigo Iron Ivory Jolly Juniper Kind Lively Lunar Maple Marble Meadow Merry Mighty Misty ' +
    'Modern Noble Northern Ocean Olive Opal Pacific Paper Pearl Pine Plain Polar Proud Quiet Rapid River Royal ' +
    'Rustic Saffron Scarlet Silent Silver Simple Solar Southern Spring Stone Summer Swift Tidal Timber Urban ' +
    'Velvet Violet Western Wild Winter Yellow Zephyr',
);

const things = words(
  'Acorn Anchor Anvil Arch Arrow Badger Banner Barrel Basket Beacon Bell Bloom Bridge Brook Canyon Castle ' +
    'Compass Cottage Crane Creek Crown Dune Eagle Falcon Feather Field Finch Fjord Fountain Fox Garden Gate ' +
    'Glade Harbor Haven Hearth Heron Hill Hollow Island Jetty Kettle Key Kite Lagoon Lantern Lark Leaf Ledger ' +
    'Lighthouse Loom Lynx Marina Marsh Mill Mirror Moon Needle Nest Oak Orchard Otter Owl Peak Pebble Pier ' +
    'Plaza Pond Prairie Quarry Quill Raven Reef Ridge Rook Sail Shore Sparrow Spruce Square Stable Station ' +
    'Terrace Thicket Thistle Tower Trail Valley Vine Wagon Wharf Willow Window Wren',
);

const trades = words(
  'Arcade Bakery Bank Bistro Books Boutique Cards Cinema Club Deals Diner Direct Express Fashion Fitness Foods ' +
    'Games Gear Gifts Goods Grill Home Hotels Kitchen Life Market Media Mobile Music Outlet Pass Pay Pets ' +
    'Pharmacy Pizza Play Plus Shop Sports Store Studio Supply Tickets Toys Travel Video Wear World',
);

const accented = words(
  'Café Crème Château Façade Forêt Étoile Élan Señor Montaña Niño Corazón Über Grün Schön Müller Straße Åkerö ' +
    'Blåbær Öresund Žižkov Čáslav Łódź Żubr Kőszeg İzmir Güneş Şehir São Coração Phở Đồng Hạ-Long Tiếng',
);

/** Both parts of a name in one script, and the text between them. */
const scripts: readonly {first: readonly string[]; second: readonly string[]; glue: string}[] = [
  {
    first: words('Северный Тихий Золотой Лесной Ясный Новый'),
    second: words('Рынок Ёжик Маяк Берег Дом Йогурт'),
    glue: ' ',
  },
  {
    first: words('Γαλάζιο Χρυσό Μικρό Αργό Παλιό'),
    second: words('Λιμάνι Δέντρο Νησί Σπίτι Φεγγάρι'),
    glue: ' ',
  },
  {first: words('سوق بيت نجمة بستان مرسى'), second: words('الشرق الذهب البحر الورد المدينة'), glue: ' '},
  {
    first: words('あおい しろい みどりの ゆきの かぜの'),
    second: words('マーケット ガーデン カフェ みなと やま'),
    glue: '',
  },
  {first: words('푸른 하얀 고요한 작은 밝은'), second: words('시장 정원 바다 언덕 등대'), glue: ' '},
  {first: words('青山 白雲 金橋 東海 明月'), second: words('商城 書店 茶館 超市 影院'), glue: ''},
  {first: words('नीला सुनहरा शांत नया छोटा'), second: words('बाज़ार बाग़ घर सितारा किनारा'), glue: ' '},
  {first: words('ตลาด บ้าน สวน ร้าน ท่า'), second: words('ฟ้า ทอง เงียบ ใหม่ น้ำ'), glue: ''},
];
