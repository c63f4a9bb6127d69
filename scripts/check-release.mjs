/**
 * Says what keeps a version from being released, and ends with 1 if anything does.
 * Usage: node scripts/check-release.mjs <tag> [<https address of the repository>]
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/**
 * Returns the faults of a tag as sentences; `home` is the repository of the workflow, which provenance compares with.
 */
export function obstaclesTo(tag, home, read) {
  const {version, repository} = JSON.parse(read('package.json'));
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const found = [];
  if (tag !== `v${version}`) found.push(`The tag is ${tag}, but package.json has version ${version}.`);
  if (!/^git\+https:\/\/[^/]+\/.+\.git$/.test(url)) {
    found.push(
      'package.json has no repository, without which there is no provenance: ' +
        `set it to {"type": "git", "url": "git+${home ?? 'https://<host>/<owner>/<name>'}.git"}.`,
    );
  } else if (home && url !== `git+${home}.git`) {
    found.push(`package.json says that the repository is ${url}, but this is ${home}.`);
  }
  for (const [file, words] of [
    ['package-lock.json', `"version": "${version}"`],
    ['src/version.ts', `'${version}'`],
    ['docs/script-tag.md', `cr-checkout@${version}/`],
    ['demo/apps/script-tag/package.json', `"cr-checkout": "${version}"`],
  ]) {
    if (!read(file).includes(words)) found.push(`${file} is not of version ${version}.`);
  }
  const entry = new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm');
  if (!entry.test(read('CHANGELOG.md'))) found.push(`CHANGELOG.md has no entry of ${version} with a day.`);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tag = '', home] = process.argv.slice(2);
  const root = fileURLToPath(new URL('..', import.meta.url));
  const found = obstaclesTo(tag, home, file => readFileSync(join(root, file), 'utf8'));
  for (const sentence of found) console.error(sentence);
  if (found.length > 0) process.exitCode = 1;
  else console.log(`${tag} can be released`);
}
