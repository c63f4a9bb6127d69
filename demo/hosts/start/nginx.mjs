import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {findProgram} from '../../../scripts/browsers.mjs';

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Puts the example's locations into a whole configuration, in the folder that has `public`, and answers what starts it. */
export function nginxCommand(example, folder, {PORT, CRYPTOREFILLS_PARTNER_ID, CRYPTOREFILLS_UPSTREAM}) {
  const locations = readFileSync(example, 'utf8')
    .replaceAll('https://api.cryptorefills.com', CRYPTOREFILLS_UPSTREAM ?? 'https://api.cryptorefills.com')
    .replace('your-partner-id', CRYPTOREFILLS_PARTNER_ID)
    .replace('root public', `root ${join(folder, 'public')}`);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;
pid nginx.pid;
events {}
http {
  types { text/html html; text/javascript js; }
  access_log off;
  ${temporary.map(name => `${name}_temp_path ${name}_temp;`).join(' ')}
  server {
    listen 127.0.0.1:${PORT};
${locations}
  }
}
`,
  );
  return [findProgram('nginx'), '-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
}
