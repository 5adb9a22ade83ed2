/**
 * Open readers and ours on the same pictures: `node bench/peers/run.ts --pictures FOLDER --labels
 * FILE [--only NAME,…] [--limit N] [--name NAME --title TITLE --note TEXT --write]`.
 *
 * bench/peers/install.sh installs the peers. Prints a table and writes bench/results/peers.json
 * with every answer; `--write` puts the figures, without the answers, into
 * bench/baseline/peers.json and draws docs/peers.md and its plots from all runs that stand there.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from '../page/describe-machine.ts';
import { askAll } from './ask-all.ts';
import { peers } from './peers.ts';
import type { PeersResult } from './peers-result.ts';
import { renderPeers } from './render-peers.ts';
import { type PictureLabel, summarisePeer } from './summarise-peer.ts';
import { readPeersBaseline, writePeersPage } from './write-peers-page.ts';

const { values: options } = parseArgs({
  options: {
    pictures: { type: 'string', default: join(import.meta.dirname, '../sets/normal') },
    labels: { type: 'string' },
    only: { type: 'string' },
    limit: { type: 'string', default: '1000000' },
    name: { type: 'string', default: 'synthetic' },
    title: { type: 'string', default: 'Synthetic pictures, normal band' },
    note: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const bench = join(import.meta.dirname, '..');
const wanted = options.only?.split(',');
const entrants = peers.filter(({ name }) => wanted?.includes(name) ?? true);
const labelsFile = options.labels ?? join(options.pictures, 'labels.json');
const labels = (JSON.parse(readFileSync(labelsFile, 'utf8')) as PictureLabel[]).slice(0, Number(options.limit));

const runs = await askAll(entrants, labels, options.pictures, (done) => process.stderr.write(`\r${done} of ${labels.length}`));
process.stderr.write('\n');
const result: PeersResult = {
  name: options.name,
  title: options.title,
  date: new Date().toISOString().slice(0, 10),
  machine: describeMachine(),
  note: options.note,
  peers: runs.map((run) => {
    if ('error' in run) return run;
    const { name, about, asked, memory_mib } = run;
    return { name, ...about, ...summarisePeer(asked), memory_mib: Math.round(memory_mib) };
  }),
};
process.stdout.write(`${renderPeers(result)}\n`);
mkdirSync(join(bench, 'results'), { recursive: true });
writeFileSync(join(bench, 'results/peers.json'), `${JSON.stringify(runs, null, 1)}\n`);
if (options.write) write(result);

function write(fresh: PeersResult): void {
  const former = readPeersBaseline();
  const all = [...former.filter(({ name }) => name !== fresh.name), fresh].sort((a, b) => a.name.localeCompare(b.name));
  writeFileSync(join(bench, 'baseline/peers.json'), `${JSON.stringify(all, null, 2)}\n`);
  writePeersPage();
}
