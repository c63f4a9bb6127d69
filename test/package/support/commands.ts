/** Tries the commands that a document shows. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './project.js';

interface Package {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}

const {name, scripts, bin} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
const ASSIGNMENTS = /^((?:\w+=(?:"[^"]*"|\S+) )*)(.*)$/;

/**
 * Looks up npm's scripts, and the variables and flags of our own programs, where those are declared. Runs every other
 * command in the folder.
 */
export function runOrCheck(line: string, folder: string): void {
  const [, assignments = '', command = ''] = ASSIGNMENTS.exec(line.replace(/\s+#.*$/, '')) ?? [];
  const variables = [...assignments.matchAll(/(\w+)=/g)].map(([, variable = '']) => variable);
  const [program = '', verb = '', ...words] = command.split(/\s+/);
  if (program === 'npx') {
    checkProgram(verb, [...variables, ...words.filter(isFlag)]);
    return;
  }
  if (program === 'npm') checkScript(verb, words);
  else run(command, folder);
  const demo = readFileSync(join(root, 'demo/server.mjs'), 'utf8');
  for (const variable of variables) assert.ok(demo.includes(variable), variable);
}

/** Asserts that a script of `package.json`, or a command of npm, is what the line says. */
function checkScript(verb: string, words: readonly string[]): void {
  const script = verb === 'run' ? words[0] : verb;
  if (verb === 'ci') assert.ok(existsSync(join(root, 'package-lock.json')));
  else if (verb === 'install') assert.deepEqual(words, [name]);
  else assert.ok(script && script in scripts, `there is no npm script for: npm ${verb} ${words.join(' ')}`);
}

/** Asserts that a program of the package explains these flags and variables in its help. */
function checkProgram(program: string, names: readonly string[]): void {
  const {stdout} = spawnSync(process.execPath, [join(root, bin[program] ?? ''), '--help'], {
    encoding: 'utf8',
  });
  const known = stdout.split(/\s+/);
  assert.ok(names.length > 0);
  for (const flag of names) assert.ok(known.includes(flag), `${program} knows no ${flag}`);
}

function run(command: string, folder: string): void {
  const {status, stderr} = spawnSync(command, {cwd: folder, shell: true, encoding: 'utf8'});
  assert.equal(status, 0, `${command}: ${stderr}`);
}

function isFlag(word: string): boolean {
  return word.startsWith('--');
}
