/**
 * How much faster this checkout reads than another one: `node bench/compare.ts CHECKOUT [FOLDER…]
 * [--sets FOLDER] [--readers N] [--rounds N] [--differences]`.
 *
 * The pools of both checkouts take turns on the same pictures in one run, so that whatever else the
 * machine does slows both. Compared is processor time a picture, of the readers and of what feeds
 * them (from /proc, so Linux only); the ratio is the median of those of the rounds. The kinds of
 * pictures are those of bench/throughput.ts (from bench/sets, or the folder of --sets), and the
 * pictures of each FOLDER as they are. Counts the pictures that are read otherwise (other lines,
 * another score, another hint); `--differences` prints them. CHECKOUT has its own node_modules, as
 * `git worktree add` and `npm ci` make one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type MeasuredPool, openMeasuredPool, type Turn } from './compare/measured-pool.ts';
import { quantile } from './harness/quantile.ts';
import { renderTable } from './page/render-table.ts';
import { drawKinds, type PictureKind } from './throughput/draw-kinds.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string', default: join(import.meta.dirname, 'sets') },
    readers: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '8' },
    differences: { type: 'boolean', default: false },
  },
});
const [checkout, ...folders] = positionals;
if (checkout === undefined) throw new Error('Which checkout is it to be compared with? node bench/compare.ts CHECKOUT [FOLDER…]');

const kinds = folders.length > 0 ? folders.map(loadFolder) : await drawKinds(options.sets);
const other = await openMeasuredPool(resolve(checkout), Number(options.readers));
const own = await openMeasuredPool(resolve(import.meta.dirname, '..'), Number(options.readers));
const rows: string[][] = [];
for (const kind of kinds) {
  const turns = await takeTurns(kind);
  rows.push(describe(kind, turns));
  if (options.differences) printDifferences(kind, turns);
}
await Promise.all([other.close(), own.close()]);
const head = ['', 'pictures', 'processor ms: there', 'here', 'times as fast', 'a second: there', 'here', 'read otherwise'];
process.stdout.write(`${renderTable(head, rows)}\n`);

type Round = { readonly there: Turn; readonly here: Turn };

/** The first round pays for compiling and is left out. Who begins alternates. */
async function takeTurns({ pictures }: PictureKind): Promise<Round[]> {
  const rounds: Round[] = [];
  const read = (pool: MeasuredPool) => pool.read(pictures);
  for (let round = 0; round <= Number(options.rounds); round++) {
    const [first, second] = round % 2 === 0 ? [other, own] : [own, other];
    const [one, two] = [await read(first), await read(second)];
    if (round > 0) rounds.push(round % 2 === 0 ? { there: one, here: two } : { there: two, here: one });
  }
  return rounds;
}

function describe({ kind, pictures }: PictureKind, rounds: readonly Round[]): string[] {
  const median = (value: (round: Round) => number) => quantile(rounds.map(value), 0.5);
  return [
    kind,
    `${pictures.length}`,
    median(({ there }) => there.cpuMs).toFixed(2),
    median(({ here }) => here.cpuMs).toFixed(2),
    median(({ there, here }) => there.cpuMs / here.cpuMs).toFixed(2),
    median(({ there }) => there.perSecond).toFixed(1),
    median(({ here }) => here.perSecond).toFixed(1),
    `${findDifferences(rounds).length}`,
  ];
}

/** Indexes of the pictures that both read otherwise. */
function findDifferences([round]: readonly Round[]): number[] {
  return round ? [...round.here.readings.keys()].filter((index) => round.here.readings[index] !== round.there.readings[index]) : [];
}

function printDifferences({ kind }: PictureKind, rounds: readonly Round[]): void {
  const [round] = rounds;
  for (const index of findDifferences(rounds)) {
    process.stdout.write(`${kind} ${index}\n  there ${round?.there.readings[index]}\n  here  ${round?.here.readings[index]}\n`);
  }
}

function loadFolder(folder: string): PictureKind {
  const files = readdirSync(folder).filter((name) => !name.endsWith('.json'));
  return { kind: basename(folder), pictures: files.map((name) => readFileSync(join(folder, name))) };
}
