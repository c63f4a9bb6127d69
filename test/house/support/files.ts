import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../package/support/readme.js';

const TEXT = /\.(?:[mc]?[jt]sx?|vue|svelte|html|css|md|json|yml)$/;
const GENERATED = /(?:^|\/)(?:node_modules|dist|\.next|package-lock\.json|next-env\.d\.ts)(?:\/|$)/;

/** Returns the text files of the project's own below some folders, by their paths from the top of the project. */
export function filesIn(...places: readonly string[]): readonly string[] {
  const names = places.flatMap(place => {
    if (statSync(join(root, place)).isFile()) return [place];
    return readdirSync(join(root, place), {recursive: true, encoding: 'utf8'}).map(
      name => `${place}/${name}`,
    );
  });
  return names.filter(name => TEXT.test(name) && !GENERATED.test(name)).sort();
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
