import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DrivenBrowser } from './driven-browser.ts';

const executablePath = '/usr/bin/firefox-esr';

/** Whether this machine has Firefox (Debian's firefox-esr). */
export const hasFirefox: boolean = existsSync(executablePath);

/** A camera that shows moving colours, and that nobody is asked about. */
const preferences = ['media.navigator.streams.fake', 'media.navigator.permission.disabled'];

/** Starts Firefox without a window, with a profile of its own, driven by WebDriver BiDi (W3C). */
export async function openFirefox(): Promise<DrivenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'ocr-web-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferences.map((name) => `user_pref('${name}', true);\n`).join(''));
  const child = spawn(executablePath, ['--headless', '--remote-debugging-port', '0', '--profile', profile, '--no-remote'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async () => {
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const socket = await connect(child.stderr);
    return { ...(await startSession(socket)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connect(stderr: NodeJS.ReadableStream): Promise<WebSocket> {
  for await (const line of createInterface({ input: stderr })) {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    // What it says from here on is nobody's news, but has to be taken.
    stderr.resume();
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('Firefox does not take the connection.')));
    });
    return socket;
  }
  throw new Error('Firefox ended before it listened.');
}

/** What it sends: the answer to a command, or an event. */
type Message = {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: Result;
  readonly error?: string;
  readonly message?: string;
  readonly params?: { readonly level?: string; readonly text?: string };
};
/** Of the commands that are used, what is used of their results. */
type Result = {
  readonly capabilities?: { readonly browserVersion: string };
  readonly context?: string;
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
};

async function startSession(socket: WebSocket): Promise<Omit<DrivenBrowser, 'close'>> {
  const waiting = new Map<number, PromiseWithResolvers<Result>>();
  const complaints: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    const { id = -1, type, result = {}, error, message, params } = JSON.parse(String(data)) as Message;
    if (type === 'event' && params?.level === 'error') complaints.push(params.text ?? '');
    if (type === 'success') waiting.get(id)?.resolve(result);
    if (type === 'error') waiting.get(id)?.reject(new Error(`${error}: ${message}`));
  });
  let last = 0;
  const send = (method: string, params: object = {}) => {
    last += 1;
    const asked = Promise.withResolvers<Result>();
    waiting.set(last, asked);
    socket.send(JSON.stringify({ id: last, method, params }));
    return asked.promise;
  };
  const { capabilities } = await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { context } = await send('browsingContext.create', { type: 'tab' });
  return {
    version: capabilities?.browserVersion ?? '',
    complaints,
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async (expression) => {
      const params = { expression: `(async () => JSON.stringify(await (${expression})))()`, target: { context }, awaitPromise: true };
      const { result, exceptionDetails } = await send('script.evaluate', params);
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result?.value ?? 'null');
    },
  };
}
