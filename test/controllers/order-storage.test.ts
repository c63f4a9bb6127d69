import {expect} from '@open-wc/testing';

import {OrderStorage} from '../../src/controllers/order-storage.js';
import {fakeEnvironment, START} from './support.js';

const proxyUrl = 'https://shop.example/api';
const day = 24 * 3_600_000;

function remember(url = proxyUrl, given = fakeEnvironment()) {
  return {...given, memory: new OrderStorage(url, given.environment)};
}

function noted(text: string) {
  const given = remember();
  given.memory.write('x');
  for (const key of given.storage.items.keys()) given.storage.items.set(key, text);
  return given.memory.read();
}

describe('the memory of an order', () => {
  it('comes back after a reload', () => {
    const given = fakeEnvironment();
    remember(proxyUrl, given).memory.write('order-1');
    expect(remember(proxyUrl, given).memory.read()).to.equal('order-1');
  });

  it('is empty at first', () => {
    expect(remember().memory.read()).to.equal(undefined);
  });

  it('holds the last order', () => {
    const {memory} = remember();
    memory.write('order-1');
    memory.write('order-2');
    expect(memory.read()).to.equal('order-2');
  });

  it('forgets', () => {
    const {memory, storage} = remember();
    memory.write('order-1');
    memory.forget();
    expect(memory.read()).to.equal(undefined);
    expect(storage.items.size).to.equal(0);
  });

  it('of what is open and of what was left open are two', () => {
    const given = fakeEnvironment();
    const left = new OrderStorage(proxyUrl, given.environment, 'background');
    const {memory} = remember(proxyUrl, given);
    memory.write('order-1');
    left.write('order-2');
    expect([memory.read(), left.read()]).to.deep.equal(['order-1', 'order-2']);
    memory.forget();
    expect([memory.read(), left.read()]).to.deep.equal([undefined, 'order-2']);
  });

  it('from a clock that was far ahead is none', () => {
    const {memory, clock} = remember();
    memory.write('order-1');
    clock.time -= 8 * day;
    expect(memory.read()).to.equal(undefined);
  });

  it('is of one proxy', () => {
    const given = fakeEnvironment();
    remember('https://one.example', given).memory.write('order-1');
    expect(remember('https://two.example', given).memory.read()).to.equal(undefined);
  });

  it('lasts a week', () => {
    const {memory, clock} = remember();
    memory.write('order-1');
    clock.time += 7 * day - 1;
    expect(memory.read()).to.equal('order-1');
    clock.time += 1;
    expect(memory.read()).to.equal(undefined);
  });

  it('is nothing but the id and the time', () => {
    const {memory, storage} = remember();
    memory.write('order-1');
    const [text = ''] = storage.items.values();
    expect(JSON.parse(text)).to.deep.equal({orderId: 'order-1', at: START});
  });
});

describe('a memory that is corrupt is empty', () => {
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
      expect(noted(text)).to.equal(undefined);
    });
  }

  it('and a whole one is not', () => {
    expect(noted(`{"orderId":"order-1","at":${START}}`)).to.equal('order-1');
  });
});

describe('storage', () => {
  it('that is absent costs only the memory', () => {
    const memory = new OrderStorage(proxyUrl, {...fakeEnvironment().environment, storage: undefined});
    memory.write('order-1');
    expect(memory.read()).to.equal(undefined);
    memory.forget();
  });

  it('that throws costs only the memory', () => {
    const refuse = () => {
      throw new DOMException('full or forbidden', 'QuotaExceededError');
    };
    const storage = {getItem: refuse, setItem: refuse, removeItem: refuse};
    const memory = new OrderStorage(proxyUrl, {...fakeEnvironment().environment, storage});
    memory.write('order-1');
    expect(memory.read()).to.equal(undefined);
    memory.forget();
  });
});
