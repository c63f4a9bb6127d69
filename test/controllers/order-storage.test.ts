import {expect} from '@open-wc/testing';

import {OrderStorage} from '../../src/controllers/order-storage.js';
import {fakeEnvironment, START} from './support.js';

const proxyUrl = 'https://shop.example/api';
const day = 24 * 3_600_000;

function remember(url = proxyUrl, given = fakeEnvironment()) {
  return {...given, entry: new OrderStorage(url, given.environment)};
}

function readBack(text: string) {
  const given = remember();
  given.entry.write('x');
  for (const key of given.storage.items.keys()) given.storage.items.set(key, text);
  return given.entry.read();
}

describe('a remembered order', () => {
  it('comes back after a reload', () => {
    const given = fakeEnvironment();
    remember(proxyUrl, given).entry.write('order-1');
    expect(remember(proxyUrl, given).entry.read()).to.equal('order-1');
  });

  it('is empty at first', () => {
    expect(remember().entry.read()).to.equal(undefined);
  });

  it('holds the last order', () => {
    const {entry} = remember();
    entry.write('order-1');
    entry.write('order-2');
    expect(entry.read()).to.equal('order-2');
  });

  it('forgets', () => {
    const {entry, storage} = remember();
    entry.write('order-1');
    entry.forget();
    expect(entry.read()).to.equal(undefined);
    expect(storage.items.size).to.equal(0);
  });

  it('is one for the open order and one for the background order', () => {
    const given = fakeEnvironment();
    const background = new OrderStorage(proxyUrl, given.environment, 'background');
    const {entry} = remember(proxyUrl, given);
    entry.write('order-1');
    background.write('order-2');
    expect([entry.read(), background.read()]).to.deep.equal(['order-1', 'order-2']);
    entry.forget();
    expect([entry.read(), background.read()]).to.deep.equal([undefined, 'order-2']);
  });

  it('from a clock that was far ahead is none', () => {
    const {entry, clock} = remember();
    entry.write('order-1');
    clock.time -= 8 * day;
    expect(entry.read()).to.equal(undefined);
  });

  it('is of one proxy', () => {
    const given = fakeEnvironment();
    remember('https://one.example', given).entry.write('order-1');
    expect(remember('https://two.example', given).entry.read()).to.equal(undefined);
  });

  it('lasts a week', () => {
    const {entry, clock} = remember();
    entry.write('order-1');
    clock.time += 7 * day - 1;
    expect(entry.read()).to.equal('order-1');
    clock.time += 1;
    expect(entry.read()).to.equal(undefined);
  });

  it('is nothing but the id and the time', () => {
    const {entry, storage} = remember();
    entry.write('order-1');
    const [text = ''] = storage.items.values();
    expect(JSON.parse(text)).to.deep.equal({orderId: 'order-1', at: START});
  });
});

describe('a corrupt entry is ignored', () => {
  const texts = [
    '',
    '{',
    'null',
    '5',
    '"order-1"',
    '[]',
    '{}',
    '{"orderId":"order-1"}',
    `{"orderId":5,"at":${START}}`,
    '{"orderId":"order-1","at":"now"}',
    `{"orderId":"${'x'.repeat(200)}","at":${START}}`,
  ];
  for (const text of texts) {
    it(text.slice(0, 40) || 'an empty text', () => {
      expect(readBack(text)).to.equal(undefined);
    });
  }

  it('and a whole one is not', () => {
    expect(readBack(`{"orderId":"order-1","at":${START}}`)).to.equal('order-1');
  });
});

describe('storage', () => {
  it('that is absent loses only the resume', () => {
    const entry = new OrderStorage(proxyUrl, {...fakeEnvironment().environment, storage: undefined});
    entry.write('order-1');
    expect(entry.read()).to.equal(undefined);
    entry.forget();
  });

  it('that throws loses only the resume', () => {
    const refuse = () => {
      throw new DOMException('full or forbidden', 'QuotaExceededError');
    };
    const storage = {getItem: refuse, setItem: refuse, removeItem: refuse};
    const entry = new OrderStorage(proxyUrl, {...fakeEnvironment().environment, storage});
    entry.write('order-1');
    expect(entry.read()).to.equal(undefined);
    entry.forget();
  });
});
