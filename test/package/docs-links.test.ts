/** Checks that every target in the documents exists: files, chapters, npm scripts, and the paths in their text. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {describe, test} from 'node:test';
import {anchorsOf, codes, documents, links, proseOf, table, textOf} from './support/documents.js';
import {root} from './support/project.js';

const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const FOLDERS = ['src', 'test', 'demo', 'docs', 'scripts', 'dist', '.github'];
const SOURCE_FILE = /\.(?:tsx?|m?js|json|md|yml|html|css)$/;

describe('every link', () => {
  const local = links
    .filter(({target}) => !/^https?:/.test(target))
    .map(({document, target, ...link}) => {
      const [path = '', anchor] = target.split('#');
      return {...link, anchor, file: path ? normalize(join(dirname(document), path)) : document};
    });

  test('leads to a file or folder', () => {
    assert.ok(local.length >= 50);
    const broken = local.filter(({file}) => !existsSync(join(root, file)));
    assert.deepEqual(
      broken.map(({where}) => where),
      [],
    );
  });

  test('leads to a chapter that its document has', () => {
    const toChapters = local.filter(({anchor}) => anchor !== undefined);
    assert.ok(toChapters.length >= 10);
    const broken = toChapters.filter(({file, anchor = ''}) => !anchorsOf(textOf(file)).includes(anchor));
    assert.deepEqual(
      broken.map(({where}) => where),
      [],
    );
  });

  test('that is a picture is described', () => {
    const pictures = links.filter(({isPicture}) => isPicture);
    assert.ok(pictures.length >= 3);
    assert.deepEqual(
      pictures.filter(({text}) => text.length < 10).map(({where}) => where),
      [],
    );
  });
});

describe('every document', () => {
  test('is reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const from of reached) {
      for (const {document, target} of links) {
        const file = normalize(join(dirname(document), target.replace(/#.*/, '')));
        if (document === from && documents.some(({name}) => name === file)) reached.add(file);
      }
    }
    assert.deepEqual(
      documents.map(({name}) => name).filter(name => !reached.has(name)),
      [],
    );
  });

  for (const {name, text} of documents) {
    test(`${name} names paths that exist`, () => {
      const paths = codes(proseOf(text).replaceAll('node_modules/cr-checkout/', ''))
        .flatMap(code => code.split(/[\s,]+/))
        .filter(word => isPath(word, name));
      assert.deepEqual(
        paths.filter(path => !isThere(path)),
        [],
      );
    });

    test(`${name} names npm scripts that exist`, () => {
      const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = '']) => script);
      assert.deepEqual(
        named.filter(script => !(script in scripts)),
        [],
      );
    });
  }
});

describe('the README', () => {
  test('has at most 250 lines', () => {
    assert.ok(textOf('README.md').split('\n').length <= 250);
  });
});

describe('CONTRIBUTING', () => {
  test('has at most 120 lines', () => {
    assert.ok(textOf('CONTRIBUTING.md').split('\n').length <= 120);
  });

  test('answers each question by one file to open', () => {
    const rows = table('To change');
    assert.ok(rows.length >= 10);
    for (const [question, first] of rows) {
      const [path = '', ...others] = codes(first);
      assert.deepEqual(others, [], question);
      assert.ok(isThere(path) && statSync(join(root, path)).isFile(), `${question}: ${path}`);
    }
  });
});

/**
 * Returns whether a word in backticks is a path from the root. In CONTRIBUTING every name of a source file has to be
 * one.
 */
function isPath(word: string, document: string): boolean {
  const [first = '', second] = word.split('/');
  if (FOLDERS.includes(first) && second !== undefined) return true;
  return document === 'CONTRIBUTING.md' && SOURCE_FILE.test(word);
}

/** Returns whether a path exists. `*` stands for any text, `<name>` for at least one letter. */
function isThere(path: string): boolean {
  let found = [root];
  for (const segment of path.split('/').filter(Boolean)) {
    const pattern = segment
      .replace(/[.+()[\]$^]/g, '\\$&')
      .replaceAll('*', '.*')
      .replace(/<[^>]+>/g, '.+');
    const expected = new RegExp(`^${pattern}$`);
    found = found
      .filter(folder => statSync(folder).isDirectory())
      .flatMap(folder => readdirSync(folder).map(name => ({folder, name})))
      .filter(({name}) => expected.test(name))
      .map(({folder, name}) => join(folder, name));
  }
  return found.length > 0;
}
