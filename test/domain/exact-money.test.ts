import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

/**
 * Amounts are text from the API to the screen. Text becomes a float only by a conversion, so every conversion in the
 * code that a buyer runs stands here with what it converts; a new one has to be no amount, and is added by hand.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'api/wire-time.ts: Number(text)': 'a time since 1970',
  'api/order-schema.ts: Number(textsNamed(fields, names)[0])': 'how many confirmations',
  'api/retry-after.ts: Number(after)': 'seconds to wait',
  'api/retry-after.ts: Number(reset)': 'epoch seconds',
  'api/payment-schema.ts: Number(decimals)': 'how many decimals a token has',
  'domain/money.ts: Number(exponent)': 'an exponent, of three digits at most',
  'domain/brand-list.ts: Number(brand.outOfStock)': 'a place in an order',
  'domain/payment-choice.ts: Number(b.name === RECOMMENDED.coin)': 'a place in an order',
  'domain/payment-choice.ts: Number(a.name === RECOMMENDED.coin)': 'a place in an order',
  'domain/payment-choice.ts: Number(isRecommended(coin, b))': 'a place in an order',
  'domain/payment-choice.ts: Number(isRecommended(coin, a))': 'a place in an order',
  'templates/quote-commit.ts: Number(value)': 'how many of the same',
  'templates/brand-mark.ts: Number.parseInt(digits.slice(at, at + 2), 16)': 'a colour',
};

const CONVERSIONS = /^(?:(?:globalThis\.)?(?:Number\.)?(?:Number|parseFloat|parseInt))$/;
const FLOAT_METHODS = new Set(['toFixed', 'toPrecision', 'toExponential']);
const MONEY = /amount|price|total|received|missing|minimum|threshold|faceValue|^(?:min|max|fee|rate)$/i;

/** `number`, alone or as one of several. */
function isNumber(type: ts.TypeNode | undefined): boolean {
  const types = type && ts.isUnionTypeNode(type) ? type.types : [type];
  return types.some(one => one?.kind === ts.SyntaxKind.NumberKeyword);
}

/** What in a source file turns text into a float, or declares an amount as one. */
function floatsIn(name: string, text: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression;
      const isMethod = ts.isPropertyAccessExpression(callee) && FLOAT_METHODS.has(callee.name.text);
      if (isMethod || CONVERSIONS.test(callee.getText())) found.push(node.getText());
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken)
      found.push(node.getText());
    const isDeclared = ts.isPropertySignature(node) || ts.isParameter(node) || ts.isPropertyDeclaration(node);
    if (isDeclared && isNumber(node.type) && MONEY.test(node.name.getText())) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.map(what => `${name}: ${what}`);
}

const src = fileURLToPath(new URL('../../src', import.meta.url));
const FOLDERS = ['domain', 'api', 'controllers', 'elements', 'templates', 'locales'];

function allFloats(): string[] {
  return FOLDERS.flatMap(folder =>
    readdirSync(join(src, folder), {recursive: true, encoding: 'utf8'})
      .filter(name => name.endsWith('.ts'))
      .flatMap(name => floatsIn(`${folder}/${name}`, readFileSync(join(src, folder, name), 'utf8'))),
  );
}

test('no text becomes a float but what is known to be no amount', () => {
  assert.deepEqual(
    allFloats().filter(found => !(found in KNOWN)),
    [],
  );
});

test('every conversion that is known is still there', () => {
  const found = new Set(allFloats());
  assert.deepEqual(
    Object.keys(KNOWN).filter(known => !found.has(known)),
    [],
  );
});

for (const text of [
  'const a = Number(order.coinAmount);',
  'const a = parseFloat(price);',
  'const a = Number.parseFloat(price);',
  'const a = +order.coinAmount * 2;',
  'const a = rate.toFixed(2);',
  'interface Quote {readonly coinAmount: number}',
  'function pay(total: string | number) {}',
]) {
  test(`${text} would be found`, () => {
    assert.equal(floatsIn('a.ts', text).length, 1);
  });
}
