/**
 * What is lost when the service is killed: `node bench/kill.ts [--rounds 20] [--kills 50] [--seed
 * N]`.
 *
 * A round starts the service with real readers on a fresh folder, under the load of eight clients
 * that create scans and batches and delete scans, and kills it by SIGKILL at random moments, half
 * of the time with its supervisor. Afterwards everything that was acknowledged is asked for, and
 * the data folder is looked through. The processes are found in /proc, so Linux only. Ends with 1
 * when anything was lost, doubled, undone or left over; the seed of its round repeats the moments.
 */
import { parseArgs } from 'node:util';
import { type KillRound, runKillRound } from '../apps/server/acceptance/kill/run-kill-round.ts';
import { renderTable } from './page/render-table.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, kills: { type: 'string', default: '50' }, seed: { type: 'string' } },
});
const firstSeed = Number(options.seed ?? Date.now() % 1_000_000);

const startedAt = performance.now();
const columns = ['seed', 'kills', 'scans', 'under a key', 'batches', 'deletions', 'lost', 'doubled', 'undone', 'left over', 'failed', 's'];
const rows: number[][] = [];
for (let round = 0; round < Number(options.rounds); round += 1) {
  const seed = firstSeed + round;
  const roundStartedAt = performance.now();
  // The last kill comes when the clients have stopped.
  const result = await runKillRound(Number(options.kills) - 1, seed);
  const row = [seed, ...count(result), Math.round((performance.now() - roundStartedAt) / 1000)];
  rows.push(row);
  process.stderr.write(`round ${round + 1}: ${columns.map((name, column) => `${name} ${row[column]}`).join(', ')}\n`);
  for (const [kind, sentences] of Object.entries(result.findings)) {
    for (const sentence of sentences) process.stderr.write(`  ${kind}: ${sentence}\n`);
  }
}
const totals = columns.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
const asText = ([seed, ...counts]: number[], name = String(seed)) => [name, ...counts.map(String)];
process.stdout.write(`${renderTable(columns, [...rows.map((row) => asText(row)), asText(totals, 'all')])}\n`);
process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(0)} s; --seed ${firstSeed}\n`);
const isSound = totals.slice(6, 11).every((found) => found === 0);
process.exitCode = isSound ? 0 : 1;

function count({ kills, acknowledged: { scans, batches, deletions }, findings }: KillRound): number[] {
  const keyed = [...scans.values()].filter((key) => key !== undefined).length;
  const { lost, doubled, undone, leftOver, failed } = findings;
  return [kills, scans.size, keyed, batches.size, deletions.size, ...[lost, doubled, undone, leftOver, failed].map(({ length }) => length)];
}
