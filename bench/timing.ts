/**
 * Whether the time of an answer tells somebody else's id from one that nobody has: `node
 * bench/timing.ts [--pairs 5000] [--only TEXT] [--write]`.
 *
 * Starts the service with two owners and asks as one of them, on one connection, for the other's
 * things and for none, in pairs whose order is drawn. Two samples are told apart where the rank sum
 * test says that they differ (p < 0.001 for each of the rows). That the test finds what there is
 * shows the rows of control: own things against none. Exits with 1 when any row is not as it should
 * be. `--write` makes the figures the baseline.
 */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from './page/describe-machine.ts';
import { renderTable } from './page/render-table.ts';
import { openAsker } from './timing/ask-on-socket.ts';
import { compareTimes } from './timing/compare-times.ts';
import { startRivals } from './timing/start-rivals.ts';
import { type Question, timingQuestions } from './timing/timing-questions.ts';

const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string', default: '5000' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const pairs = Number(options.pairs);
const warmUpPairs = 300;
const significance = 0.001;

const load = loadavg()[0] ?? 0;
const rivals = await startRivals();
const asker = await openAsker(rivals.url);
const results: (ReturnType<typeof compareTimes> & { readonly name: string; readonly isControl: boolean })[] = [];
try {
  for (const question of timingQuestions(rivals).filter(({ name }) => name.includes(options.only))) {
    await measure(question, warmUpPairs);
    const { one, other } = await measure(question, pairs);
    results.push({ name: question.name, isControl: question.isControl ?? false, ...compareTimes(one, other) });
  }
} finally {
  asker.close();
  await rivals.close();
}

const rows = results.map(({ name, means, difference, margin, p }) => [
  name,
  ...means.map((mean) => mean.toFixed(0)),
  `${difference < 0 ? '' : '+'}${difference.toFixed(1)} ± ${margin.toFixed(1)}`,
  p < 0.0001 ? p.toExponential(0) : p.toFixed(4),
  p < significance ? 'told apart' : 'not told apart',
]);
process.stdout.write(`${renderTable([`${pairs} pairs, µs`, 'none', 'foreign', 'difference', 'p', ''], rows)}\n\n`);
process.stdout.write(`Load of the machine at the start: ${load.toFixed(1)}\n`);
const wrong = results.filter(({ isControl, p }) => p < significance !== isControl);
for (const { name, isControl } of wrong) process.stderr.write(`${name}: ${isControl ? 'the control was not told apart' : 'told apart'}\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
const report = { machine: describeMachine(), pairs, significance, results };
if (options.write) writeFileSync(join(import.meta.dirname, 'baseline/timing.json'), `${JSON.stringify(report, null, 2)}\n`);

/** Asks both in pairs, in an order that is drawn for each. */
async function measure({ status, none, foreign }: Question, count: number): Promise<{ one: number[]; other: number[] }> {
  const times = { one: [] as number[], other: [] as number[] };
  const ask = async (which: 'one' | 'other', [method, path, token]: readonly [string, string, string]) => {
    const answer = await asker.ask(method, path, token);
    if (!status.includes(answer.status)) throw new Error(`${method} ${path} was answered with ${answer.status}.`);
    times[which].push(answer.us);
  };
  for (let index = 0; index < count; index += 1) {
    const isFirst = Math.random() < 0.5;
    if (isFirst) await ask('one', none(index));
    await ask('other', foreign(index));
    if (!isFirst) await ask('one', none(index));
  }
  return times;
}
