/** Drives WebKitGTK by its WebDriver, on a virtual screen of Xvfb: it does not start without a screen. */
import {spawn} from 'node:child_process';
import {connect, createServer} from 'node:net';
import {Builder} from 'selenium-webdriver';
import {findProgram} from './browsers.mjs';

/** Starts a browser, and returns its selenium driver; `close()` ends everything that was started. */
export async function startWebkit() {
  const [binary, program, screen] = ['webkit', 'webkit-driver', 'xvfb'].map(findProgram);
  const children = [];
  const close = async () => {
    for (const child of children.reverse()) child.kill('SIGTERM');
  };
  process.once('exit', close);
  try {
    const display = await startScreen(screen, children);
    const port = await freePort();
    // `gtk` draws pages without a graphics card, which test machines lack.
    const env = {...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1'};
    const server = spawn(program, ['--host=127.0.0.1', `--port=${port}`], {env, stdio: 'ignore'});
    children.push(server);
    await listening(port);
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {binary, args: ['--automation']},
      })
      .build();
    const quit = async () => {
      process.off('exit', close);
      await driver.quit().catch(() => undefined);
      await close();
    };
    return {driver, close: quit};
  } catch (error) {
    await close();
    throw error;
  }
}

/** Xvfb chooses a free display number, and writes it to its third stream. */
function startScreen(program, children) {
  const words = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = spawn(program, words, {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`Xvfb ended with code ${code}`)));
    child.stdio[3].once('data', data => resolve(`:${String(data).trim()}`));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function listening(port, deadline = Date.now() + 20_000) {
  const accepted = await new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
  if (accepted) return;
  if (Date.now() > deadline) throw new Error('WebKitWebDriver does not listen');
  await new Promise(resolve => setTimeout(resolve, 50));
  return listening(port, deadline);
}
