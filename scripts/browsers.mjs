/** Finds the programs that tests need besides npm's, and installs them where no confirmation is needed. */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const programs = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    paths: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    packages: ['chromium', 'fonts-liberation'],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: ['firefox-esr'],
  },
  webkit: {
    variable: 'MINIBROWSER_PATH',
    names: [],
    paths: ['x86_64', 'aarch64'].map(cpu => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
    packages: ['webkit2gtk-driver'],
  },
  'webkit-driver': {
    variable: 'WEBKIT_DRIVER_PATH',
    names: ['WebKitWebDriver'],
    paths: [],
    packages: ['webkit2gtk-driver'],
  },
  xvfb: {variable: 'XVFB_PATH', names: ['Xvfb'], paths: [], packages: ['xvfb']},
  caddy: {variable: 'CADDY_PATH', names: ['caddy'], paths: [], packages: ['caddy']},
  nginx: {variable: 'NGINX_PATH', names: ['nginx'], paths: [], packages: ['nginx']},
  wrk: {variable: 'WRK_PATH', names: ['wrk'], paths: [], packages: ['wrk']},
  'redis-server': {
    variable: 'REDIS_SERVER_PATH',
    names: ['redis-server'],
    paths: [],
    packages: ['redis-server'],
  },
  zbarimg: {variable: 'ZBARIMG_PATH', names: ['zbarimg'], paths: [], packages: ['zbar-tools']},
};

/**
 * Switches off the two pages that every window holds for its address bar, a second of processor time for each, and all
 * that Playwright's own list switches off, which this one replaces.
 */
const featuresOff = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'DialMediaRouteProvider'],
  ...['GlobalMediaControls', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'Translate'],
  ...['ThirdPartyStoragePartitioning', 'BlockOriginHeaderModificationOnRedirect', 'OptimizationHints'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'NetworkTimeServiceQuerying', 'AimEnabled'],
];

/** Flags for a Chromium that runs as root, without a screen, and requests only the pages that a test opens. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--no-pings',
  '--disable-dev-shm-usage',
  `--disable-features=${featuresOff}`,
];

/** Preferences for a Firefox that requests only the pages that a test opens. */
export const firefoxPreferences = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
};

/**
 * The path of a program: from its environment variable, else found on this machine, else (on Debian and its kin, as
 * root) installed by apt-get.
 *
 * @throws {Error} that names what to install, when there is none.
 */
export function findProgram(name) {
  const found = search(name);
  if (found) return found;
  const {packages, variable} = programs[name];
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.error(`${name} is missing: installing ${packages.join(' and ')} by apt-get`);
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
    const installed = search(name);
    if (installed) return installed;
  }
  throw new Error(
    `${name} is missing. Install it (Debian: apt-get install ${packages.join(' ')}) or set ${variable} to its path.`,
  );
}

function search(name) {
  const {variable, names, paths} = programs[name];
  const chosen = process.env[variable];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`${variable} is ${chosen}, but there is no such file.`);
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  const candidates = [...names.flatMap(each => folders.map(folder => join(folder, each))), ...paths];
  return candidates.find(path => existsSync(path));
}

function apt(...words) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  // Output goes to stderr, so that a caller who reads our stdout gets nothing but its own lines.
  spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...words], {env, stdio: ['ignore', 2, 2]});
}
