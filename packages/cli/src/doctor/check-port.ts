import { createServer } from 'node:net';
import type { Config } from '@ocr-web/server';
import type { Finding } from './finding.ts';

/** How long a server that runs may take to say that it is ready, milliseconds. */
const timeoutMs = 3000;

/**
 * Whether the address can be listened on, or is that of the server that runs on the data folder,
 * and that one is ready.
 */
export async function checkPort({ host, port }: Pick<Config, 'host' | 'port'>, isServerRunning: boolean): Promise<Finding> {
  const code = await tryToListen(host, port);
  const address = `${host}:${port}`;
  if (code === undefined) {
    const detail = port === 0 ? `a free port on ${host} will be used` : `${address} is free`;
    return { check: 'port', status: 'ok', detail };
  }
  if (code === 'EADDRINUSE' && isServerRunning) return await askServer(address);
  const advice = {
    EADDRINUSE: 'Another program uses this port: stop it, or set OCR_WEB_PORT to another port.',
    EACCES: 'This user is not allowed to use that port: set OCR_WEB_PORT to one above 1023.',
  }[code];
  const otherwise = 'Set OCR_WEB_HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.';
  return { check: 'port', status: 'failed', detail: `cannot listen on ${address} (${code})`, advice: advice ?? otherwise };
}

async function askServer(address: string): Promise<Finding> {
  const advice = 'It is starting or stopping, or another program has its port: try again in a few seconds, then read its log.';
  try {
    const response = await fetch(`http://${address.replace(/^0\.0\.0\.0/, '127.0.0.1')}/readyz`, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return { check: 'port', status: 'ok', detail: `the running server answers on ${address} and is ready` };
    return { check: 'port', status: 'failed', detail: `the program on ${address} says that it is not ready (${response.status})`, advice };
  } catch {
    return { check: 'port', status: 'failed', detail: `the program on ${address} does not answer`, advice };
  }
}

/** The error's code, or undefined when it works. */
function tryToListen(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
