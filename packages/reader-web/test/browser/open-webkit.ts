import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenBrowser } from './driven-browser.ts';

const driverPath = '/usr/bin/WebKitWebDriver';
const screenPath = '/usr/bin/Xvfb';
const [browserPath] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');

/** Whether this machine has WebKitGTK, its driver, and a screen without hardware. */
export const hasWebKit: boolean = browserPath !== undefined && [driverPath, screenPath].every((path) => existsSync(path));

/**
 * Starts WebKitGTK's browser on a screen that nobody sees, driven by WebDriver (W3C), which tells
 * nothing of its console.
 */
export async function openWebKit(): Promise<DrivenBrowser> {
  const screen = spawn(screenPath, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise<string>((resolve) => screen.stdout.once('data', (number) => resolve(`:${String(number).trim()}`)));
  const port = await findPort();
  const profile = mkdtempSync(join(tmpdir(), 'ocr-web-webkit-'));
  const env = { PATH: '/usr/bin:/bin', HOME: profile, DISPLAY: display, GDK_BACKEND: 'x11', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const driver = spawn(driverPath, [`--port=${port}`], { stdio: 'ignore', env });
  const end = async () => {
    for (const child of [driver, screen]) await endProcess(child);
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const call = caller(`http://127.0.0.1:${port}`);
    const { path, version } = await startSession(call);
    return {
      version,
      complaints: [],
      open: async (url) => void (await call('POST', `${path}/url`, { url })),
      evaluate: async (expression) => {
        const script = `const done = arguments[0];
          (async () => ({ value: JSON.stringify(await (${expression})) }))().then(done, (error) => done({ error: String(error) }));`;
        const { value, error } = (await call('POST', `${path}/execute/async`, { script, args: [] })) as { value?: string; error?: string };
        if (error !== undefined) throw new Error(error);
        return JSON.parse(value ?? 'null');
      },
      close: async () => {
        await call('DELETE', path);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

type Call = (method: 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

function caller(origin: string): Call {
  return async (method, path, body) => {
    const answer = await fetch(`${origin}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`WebKit: ${JSON.stringify(value)}`);
    return value;
  };
}

/** Asks until the driver listens. */
async function startSession(call: Call): Promise<{ readonly path: string; readonly version: string }> {
  const options = { 'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] } };
  const ask = () => call('POST', '/session', { capabilities: { alwaysMatch: options } });
  for (let tries = 0; ; tries++) {
    try {
      const { sessionId, capabilities } = (await ask()) as { sessionId: string; capabilities: { browserVersion: string } };
      return { path: `/session/${sessionId}`, version: capabilities.browserVersion };
    } catch (error) {
      if (!(error instanceof TypeError) || tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}
