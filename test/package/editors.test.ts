/** Checks that the editors' files agree with the manifest, and the manifest with the element. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {root} from './support/project.js';

interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

interface Element {
  readonly tagName?: string;
  readonly attributes: readonly Entry[];
  readonly members: readonly Entry[];
  readonly events: readonly Entry[];
  readonly slots: readonly Entry[];
  readonly cssParts: readonly Entry[];
  readonly cssProperties: readonly Entry[];
}

interface Tag {
  readonly name: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly values?: readonly {readonly name: string}[];
  }[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const names = (list: readonly {readonly name: string}[]) => list.map(({name}) => name).sort();

const manifest = read('custom-elements.json') as {modules: {path: string; declarations?: Element[]}[]};
const declarations = manifest.modules.flatMap(module => module.declarations ?? []);
const element = declarations.find(({tagName}) => tagName === 'cr-checkout')!;
const html = read('dist/vscode.html-custom-data.json') as {tags: Tag[]};
const css = read('dist/vscode.css-custom-data.json') as {properties: Entry[]; pseudoElements?: Entry[]};
const webTypes = read('dist/web-types.json') as {
  version: string;
  contributions: {
    html: {elements: {name: string; attributes: Entry[]; js: {events: Entry[]}; slots: Entry[]}[]};
  };
};

describe('the manifest', () => {
  test('describes the one public element and nothing else', () => {
    assert.deepEqual(
      declarations.map(({tagName}) => tagName),
      ['cr-checkout'],
    );
  });

  for (const list of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'] as const) {
    test(`says of each of the ${list} what it is`, () => {
      assert.ok(element[list].length >= 4);
      assert.deepEqual(names(element[list].filter(({description = ''}) => description.length < 4)), []);
    });
  }

  test('has the type of every event with what its detail holds', () => {
    const wrong = element.events.filter(
      ({type, description}) =>
        !/^CustomEvent<\w+>$/.test(type!.text) || !/`detail`: `\{\w/.test(description!),
    );
    assert.deepEqual(names(wrong), []);
  });

  test('has the default of every custom property', () => {
    assert.deepEqual(names(element.cssProperties.filter(each => !each.default)), []);
  });

  test('names modules that the package has', () => {
    for (const {path} of manifest.modules) assert.ok(readFileSync(join(root, path)).length > 0);
  });
});

describe('what editors complete', () => {
  test('in VS Code are all attributes, with their values', () => {
    const [tag] = html.tags;
    assert.equal(tag?.name, 'cr-checkout');
    assert.deepEqual(names(tag.attributes), names(element.attributes));
    const theme = tag.attributes.find(({name}) => name === 'theme');
    assert.deepEqual(names(theme?.values ?? []), ['auto', 'dark', 'light']);
  });

  test('in VS Code are all custom properties', () => {
    assert.deepEqual(names(css.properties), names(element.cssProperties));
  });

  test('in JetBrains editors are all attributes, events and slots, of this version', () => {
    const [tag] = webTypes.contributions.html.elements;
    assert.equal(tag?.name, 'cr-checkout');
    assert.deepEqual(names(tag.attributes), names(element.attributes));
    assert.deepEqual(names(tag.js.events), names(element.events));
    assert.deepEqual(names(tag.slots), names(element.slots));
    assert.equal(webTypes.version, (read('package.json') as {version: string}).version);
  });
});
