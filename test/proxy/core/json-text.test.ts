/** Replacing a member keeps every other character of a JSON text, whatever it holds. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {memberSource, replaceMember} from '../../../src/proxy/core/json-text.js';
import {seededRandom} from '../../samples/random.js';

const random = seededRandom(20_270_115);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;

const numbers = [
  '0.123456789012345678',
  '12345678901234567890',
  '9007199254740993',
  '-0',
  '0',
  '1.0',
  '1e400',
  '-1.5E-400',
  '1E+2',
  '50.8400000000000000000000',
];
const strings = [
  '""',
  '"a"',
  '"\\""',
  '"\\\\"',
  '"\\\\\\""',
  '"{[,:]}"',
  '"\\u0022"',
  '"phở 😀"',
  '"id"',
  '" id "',
];
const keys = ['"id"', '"\\u0069d"', '"i"', '"idd"', '"a:b"', '"id\\""', '"id\\\\"', '""', '"__proto__"'];

function space(): string {
  return pick(['', '', '', ' ', '\n', '\t ', '\r\n  ']);
}

function value(depth: number): string {
  const kind = depth > 0 ? random() : 1;
  if (kind < 0.2) return list(depth - 1);
  if (kind < 0.4) return object(depth - 1, () => value(depth - 1));
  return pick([...numbers, ...strings, 'true', 'false', 'null']);
}

function list(depth: number): string {
  const items = Array.from({length: Math.floor(random() * 4)}, () => `${space()}${value(depth)}${space()}`);
  return items.length > 0 ? `[${items.join(',')}]` : `[${space()}]`;
}

/** Makes an object; `id` makes the value of each member that is named `id` in JSON. */
function object(depth: number, id: () => string): string {
  const members = Array.from({length: Math.floor(random() * 6)}, () => {
    const key = pick(keys);
    const text = JSON.parse(key) === 'id' ? id() : value(depth);
    return `${space()}${key}${space()}:${space()}${text}${space()}`;
  });
  return members.length > 0 ? `{${members.join(',')}}` : `{${space()}}`;
}

test('replaces the member of the outermost object alone, in 20,000 texts', () => {
  const marker = '"the marker of this test"';
  let replacedTexts = 0;
  for (let round = 0; round < 20_000; round++) {
    const ids: string[] = [];
    const template = `${space()}${object(3, () => '\u0000')}${space()}`;
    const text = template.replaceAll('\u0000', () => {
      ids.push(value(2));
      return ids.at(-1)!;
    });
    JSON.parse(text);
    assert.equal(replaceMember(text, 'id', marker), template.replaceAll('\u0000', marker), text);
    assert.equal(memberSource(text, 'id'), ids.at(-1), text);
    if (ids.length > 0) replacedTexts++;
  }
  assert.ok(replacedTexts > 5000);
});

test('leaves texts without an object or the member as they are', () => {
  for (const text of [
    '[{"id":1}]',
    '"id"',
    '{"a":{"id":1}}',
    '{"a":["id",":",{"id":1}]}',
    ' null ',
    '-0',
    '{}',
  ]) {
    assert.equal(replaceMember(text, 'id', '2'), text);
    assert.equal(memberSource(text, 'id'), undefined);
  }
});

test('takes large and deep values', () => {
  const large = `[${numbers.join(',')},${'[1.0,"]"],'.repeat(100_000)}0]`;
  assert.equal(replaceMember(`{"rows":${large},"id": 1.0 }`, 'id', '"x"'), `{"rows":${large},"id": "x" }`);
  const deep = '['.repeat(500_000) + ']'.repeat(500_000);
  assert.equal(replaceMember(`{"id":${deep},"rows":${deep}}`, 'id', '"x"'), `{"id":"x","rows":${deep}}`);
  const backslashes = `"${'\\\\'.repeat(500_000)}"`;
  assert.equal(replaceMember(`{"a":${backslashes},"id":1}`, 'id', '2'), `{"a":${backslashes},"id":2}`);
});
