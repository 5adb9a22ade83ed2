/**
 * What the service does under attack: `node bench/attack.ts [--only files,bodies/json-nested-v1]
 * [--list]`.
 *
 * Starts the service with its defaults (and receivers of webhooks on this machine allowed), and
 * sends it every hostile request that is known, one after the other. Meanwhile /healthz must answer
 * within a second of the service's own computing, each attack must end within its limit, and honest
 * callers must be served. Afterwards the memory must come back, and SIGTERM must end the process. A
 * service that died or hangs is replaced for the next attack. Linux only. Exits with 1 on any miss.
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bodyAttacks } from './attack/body-attacks.ts';
import { connectionAttacks } from './attack/connection-attacks.ts';
import { fileAttacks } from './attack/file-attacks.ts';
import { floodAttacks } from './attack/flood-attacks.ts';
import { expectHonestScan } from './attack/honest-requests.ts';
import { type AttackResult, runAttack } from './attack/run-attack.ts';
import { startTarget, type Target } from './attack/start-target.ts';
import { tokenAttacks } from './attack/token-attacks.ts';
import { webhookAttacks } from './attack/webhook-attacks.ts';
import { renderTable } from './page/render-table.ts';

const { values: options } = parseArgs({ options: { only: { type: 'string', default: '' }, list: { type: 'boolean', default: false } } });
const wanted = options.only.split(',');
const attacks = [...fileAttacks, ...bodyAttacks, ...connectionAttacks, ...webhookAttacks, ...tokenAttacks, ...floodAttacks].filter(
  ({ name }) => wanted.some((only) => only === '' || name === only || name.startsWith(`${only}/`) || name.startsWith(`${only}-`)),
);
/** MiB that the service may have more than before, once it had time to give back what it held. */
const tolerated = 256;
const settleSeconds = 60;
/** Three phases of the stop with 20 s each would be longer than an orchestrator waits. */
const stopSeconds = 30;
const warmingScans = 5;

if (options.list) process.stdout.write(`${attacks.map(({ name }) => name).join('\n')}\n`);
else await runAll();

async function runAll(): Promise<void> {
  const results: AttackResult[] = [];
  let target: Target | undefined;
  let before = 0;
  for (const attack of attacks) {
    if (!target) {
      target = await startTarget();
      for (let scan = 0; scan < warmingScans; scan++) await expectHonestScan(target);
      before = target.memory();
    }
    const { result, isUsable } = await runAttack(attack, target);
    results.push(result);
    process.stderr.write(`${result.hasFailed ? 'MISS' : 'ok  '} ${result.name}: ${result.outcome}\n`);
    if (isUsable) continue;
    await target.stop(0);
    target = undefined;
  }
  if (target) results.push(await checkMemory(target, before), await checkStop(target));
  process.stdout.write(`${renderResults(results)}\n`);
  const misses = results.filter(({ hasFailed }) => hasFailed).length;
  process.stdout.write(`${results.length - misses} of ${results.length} withstood\n`);
  if (misses > 0) process.exitCode = 1;
}

async function checkMemory(target: Target, before: number): Promise<AttackResult> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  target.health.takeWorst();
  while (target.memory() > before + tolerated && seconds() < settleSeconds) await setTimeout(500);
  const memory = target.memory();
  const hasFailed = memory > before + tolerated;
  const outcome = `${hasFailed ? 'MISS: ' : ''}${before.toFixed(0)} MiB before, at most ${tolerated} more allowed after ${settleSeconds} s`;
  return { name: 'memory', outcome, seconds: seconds(), worstHealth: target.health.takeWorst(), memory, hasFailed };
}

async function checkStop(target: Target): Promise<AttackResult> {
  const startedAt = performance.now();
  const end = await target.stop(stopSeconds);
  const hasFailed = end !== 0;
  const outcome = `${hasFailed ? 'MISS: ' : ''}ended with ${end}, at most ${stopSeconds} s allowed`;
  return {
    name: 'SIGTERM',
    outcome,
    seconds: (performance.now() - startedAt) / 1000,
    worstHealth: { wallMs: 0, busyMs: 0 },
    memory: undefined,
    hasFailed,
  };
}

function renderResults(results: readonly AttackResult[]): string {
  const rows = results.map(({ name, outcome, seconds, worstHealth, memory }) => [
    name,
    outcome,
    seconds.toFixed(1),
    worstHealth.wallMs.toFixed(0),
    worstHealth.busyMs.toFixed(0),
    memory?.toFixed(0) ?? '-',
  ]);
  return renderTable(['attack', 'outcome', 's', 'worst /healthz, ms', 'of it computing', 'MiB after'], rows);
}
