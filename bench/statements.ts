/**
 * What a picture asks of PostgreSQL, from the POST to the answer with the result: `node
 * bench/statements.ts [CHECKOUT] [--seconds 4] [--rounds 3] [--clients 8]`.
 *
 * Starts a PostgreSQL server that counts its statements, and on it the service of this checkout
 * with two readers and its pictures in a folder. Prints every statement that comes at least once in
 * a hundred pictures with its calls and milliseconds a picture, the commits, the bytes of the
 * write-ahead log, and the processor time of the server and of the service's main process. With
 * CHECKOUT the service of that one takes turns with it on the same server; it has its own
 * node_modules, as `git worktree add` and `npm ci` make one. Linux only.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPostgresDatabase } from '../apps/server/test/servers/create-postgres-database.ts';
import { startPostgresServer } from '../apps/server/test/servers/postgres-server.ts';
import { countingSettings, openStatementStatistics } from '../apps/server/test/servers/statement-statistics.ts';
import { drawFrames } from './harness/draw-frames.ts';
import { formBody } from './harness/picture-bodies.ts';
import { renderTable } from './page/render-table.ts';
import { type CountedService, startCountedService } from './statements/counted-service.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '8' },
  },
});
const [seconds, rounds, clients] = [Number(options.seconds), Number(options.rounds), Number(options.clients)];
const warmUpSeconds = 5;
const checkouts = [...positionals.slice(0, 1).map((path) => resolve(path)), resolve(import.meta.dirname, '..')];

const frames = await drawFrames();
const bodies = frames.map((bytes, index) => formBody('picture_file', [[`frame-${index}.jpg`, bytes]]));
const server = await startPostgresServer(countingSettings);
const services: CountedService[] = [];
try {
  const statistics = await openStatementStatistics(server.url);
  for (const checkout of checkouts) {
    const { url } = await createPostgresDatabase(server.url);
    services.push(await startCountedService(checkout, url, { bodies, serverPid: server.pid(), statistics }));
  }
  for (const service of services) await service.run(clients, warmUpSeconds);
  for (const service of services) await service.forget();
  for (let round = 0; round < rounds; round += 1) for (const service of services) await service.run(clients, seconds);
  for (const [index, service] of services.entries()) print(checkouts[index] as string, service);
  await statistics.close();
} finally {
  await Promise.all(services.map((service) => service.close()));
  server.close();
}

function print(checkout: string, service: CountedService): void {
  const { pictures, perSecond, p50, mainMs, serverMs, commits, walBytes, statements } = service.summary();
  const rows = statements
    .filter(({ calls }) => calls >= pictures / 100)
    .map(({ text, calls, planMs, executionMs }) => [
      text.replaceAll(/\s+/g, ' ').slice(0, 90),
      (calls / pictures).toFixed(2),
      (planMs / pictures).toFixed(3),
      (executionMs / pictures).toFixed(3),
    ]);
  const total = (pick: (statement: (typeof statements)[number]) => number) =>
    statements.reduce((sum, one) => sum + pick(one), 0) / pictures;
  rows.push([
    'all',
    total(({ calls }) => calls).toFixed(2),
    total((one) => one.planMs).toFixed(3),
    total((one) => one.executionMs).toFixed(3),
  ]);
  process.stdout.write(`${checkout}: ${pictures} pictures, ${perSecond.toFixed(1)} a second, ${p50.toFixed(0)} ms at the median\n`);
  process.stdout.write(`${renderTable(['statement', 'calls a picture', 'ms to plan', 'ms to execute'], rows)}\n`);
  process.stdout.write(
    `a picture: ${(commits / pictures).toFixed(2)} transactions, ${(walBytes / pictures / 1024).toFixed(1)} KiB of log, processor ms: PostgreSQL ${serverMs.toFixed(2)}, main process ${mainMs.toFixed(2)}\n\n`,
  );
}
