import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as forward, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const hasChromium = spawnSync('chromium', ['--version']).status === 0;
const folder = fileURLToPath(new URL('../../../packages/api/src/client/', import.meta.url));
const specimen = fileURLToPath(new URL('../assets/specimen-passport.png', import.meta.url));
const token = 'token-of-the-browser';

// What a page does with the client; whatever comes of it goes to /told.
const page = `<!doctype html><script type="module">
  const told = await (async () => {
    const { createClient, isOcrWebError, verifyWebhook } = await import('/client/index.ts');
    const client = createClient({ baseUrl: location.origin, token: '${token}' });
    const scan = await client.scans.read(await (await fetch('/specimen.png')).blob(), { reference: 'browser' });
    const listed = [];
    for await (const { id, reference } of client.scans.list()) listed.push({ id, reference });
    const missing = await client.scans.get(999).catch((error) => isOcrWebError(error) && error.code);
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const event = await verifyWebhook({ secret, headers, body: '{"test": 2432232314}', now: new Date(1614265330_000) });
    const crop = (await client.scans.crop(scan.id, 0)).type;
    return { number: scan.result.documents[0].main_number, listed, missing, event, crop };
  })().catch((error) => String(error.stack));
  await fetch('/told', { method: 'POST', body: JSON.stringify(told) });
</script>`;

/** The page, the client's sources as browsers take them, and the service, all under one address. */
function servePage(service: SpawnedServer, onTold: (told: unknown) => void): Server {
  return createServer(async (request, response) => {
    const path = request.url ?? '';
    const send = (type: string, body: string | Buffer) => response.writeHead(200, { 'content-type': type }).end(body);
    if (path === '/') return send('text/html', page);
    if (path === '/specimen.png') return send('image/png', readFileSync(specimen));
    if (path.startsWith('/client/'))
      return send('text/javascript', stripTypeScriptTypes(readFileSync(join(folder, path.slice(8)), 'utf8')));
    if (path === '/told') return send('text/plain', '') && onTold(JSON.parse(await text(request)));
    const { method, headers } = request;
    const onward = forward(`${service.url}${path}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
}

// Run where there is a browser; it is not installed for this test alone.
test.runIf(hasChromium)('the client works in a browser', async () => {
  const [directory, profile] = [await prepareDataDirectory(), await mkdtemp(join(tmpdir(), 'ocr-web-browser-'))];
  const service = await spawnServer(directory, { OCR_WEB_TOKEN: token, OCR_WEB_LOG_LEVEL: 'warn' });
  const told = Promise.withResolvers<unknown>();
  const server = servePage(service, told.resolve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, address], {
    stdio: 'ignore',
  });
  try {
    expect(await told.promise).toEqual({
      ...{ number: 'L898902C3', listed: [{ id: 1, reference: 'browser' }], missing: 'not_found' },
      ...{ event: { test: 2432232314 }, crop: 'image/png' },
    });
  } finally {
    browser.kill();
    await once(browser, 'exit');
    server.closeAllConnections();
    server.close();
    await service.end('SIGTERM');
    await rm(directory, { recursive: true });
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
