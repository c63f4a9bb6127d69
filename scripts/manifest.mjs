/** Writes custom-elements.json from the comments of the public element; with --check it only says whether that is due. */
import {readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {cli} from '@custom-elements-manifest/analyzer/cli.js';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const file = 'custom-elements.json';
const argv = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'];
const manifest = await cli({argv, cwd: root, noWrite: true});
if (
  !manifest.modules.some(({declarations}) => declarations?.some(({tagName}) => tagName === 'cr-checkout'))
) {
  throw new Error('the manifest has no <cr-checkout>: see custom-elements-manifest.config.mjs');
}
const text = `${JSON.stringify(manifest, null, 2)}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(file, text);
} else {
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed !== text) {
    console.error(
      `${file} is not what the sources say${firstDifference(committed, text)}\nRun: npm run manifest`,
    );
    process.exitCode = 1;
  }
}

function firstDifference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const line = now.findIndex((each, index) => each !== old[index]);
  if (line < 0) return '';
  return `, from line ${line + 1}:\n- ${old[line] ?? '(end of file)'}\n+ ${now[line]}`;
}
