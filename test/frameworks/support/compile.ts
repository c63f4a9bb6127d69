import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {run} from './install.js';
import type {Wrong} from './wrong.js';

/** What a compiler says of an app that has a file of mistakes in it. */
export interface Verdict {
  /** Mistakes that it lets pass. */
  readonly missed: readonly string[];
  /** What is right, and it refuses. */
  readonly refused: readonly string[];
  /** What it says of other files. */
  readonly elsewhere: readonly string[];
}

export async function compile(
  folder: string,
  {file, head, lines, right, tail}: Wrong,
  [program, ...words]: readonly [string, ...string[]] = ['npm', 'run', '-s', 'check'],
): Promise<Verdict> {
  const path = join(folder, file);
  const all = [...lines, ...right];
  writeFileSync(path, [head, ...all, tail].join('\n'));
  const {output} = await run(program, words, folder);
  rmSync(path);
  // "src/wrong.tsx(2,3): error TS…" or "1234 ERROR "src/Wrong.svelte" 2:3 …".
  const errors = output.split('\n').filter(line => /\berror\b/i.test(line) && /[(:" ]\d+[,:]\d+/.test(line));
  const found = new Set(errors.map(line => Number(/[(" ](\d+)[,:]\d+/.exec(line)?.[1])));
  const isRefused = (index: number) => found.has(index + 2);
  return {
    missed: all.filter((_, index) => index < lines.length && !isRefused(index)),
    refused: all.filter((_, index) => index >= lines.length && isRefused(index)),
    elsewhere: errors.filter(line => !line.includes(file)),
  };
}
