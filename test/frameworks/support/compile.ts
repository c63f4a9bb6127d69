import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {run} from './install.js';
import type {Wrong} from './wrong.js';

/** Findings of a compiler in an app with a file of mistakes. */
export interface Verdict {
  /** Mistakes that it does not report. */
  readonly missed: readonly string[];
  /** Correct lines that it reports. */
  readonly refused: readonly string[];
  /** Reports about other files. */
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
  // Matches "src/wrong.tsx(2,3): error TS…" and "1234 ERROR "src/Wrong.svelte" 2:3 …".
  const errors = output.split('\n').filter(line => /\berror\b/i.test(line) && /[(:" ]\d+[,:]\d+/.test(line));
  const found = new Set(errors.map(line => Number(/[(" ](\d+)[,:]\d+/.exec(line)?.[1])));
  const isRefused = (index: number) => found.has(index + 2);
  return {
    missed: all.filter((_, index) => index < lines.length && !isRefused(index)),
    refused: all.filter((_, index) => index >= lines.length && isRefused(index)),
    elsewhere: errors.filter(line => !line.includes(file)),
  };
}
