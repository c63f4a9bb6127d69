import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../package/support/project.js';

const TEXT = /\.(?:[mc]?[jt]sx?|vue|svelte|html|css|md|json|yml)$/;
const GENERATED = /(?:^|\/)(?:node_modules|dist|\.next|package-lock\.json|next-env\.d\.ts)(?:\/|$)/;

/** Returns the text files of the project's own below some folders, by their paths from the top of the project. */
export function filesIn(...places: readonly string[]): readonly string[] {
  return places
    .flatMap(below)
    .filter(name => TEXT.test(name))
    .sort();
}

/**
 * Lists the files below a folder, without generated folders: installed packages are a hundred times as many files.
 */
function below(place: string): readonly string[] {
  if (GENERATED.test(place)) return [];
  if (statSync(join(root, place)).isFile()) return [place];
  return readdirSync(join(root, place)).flatMap(name => below(`${place}/${name}`));
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
