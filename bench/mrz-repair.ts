/**
 * How often `repairMrz` restores damaged documents, leaves them alone or proposes something wrong:
 * `node bench/mrz-repair.ts [documents] [seed]`, so many documents of each format, made up. Exits
 * with 1 when one similar character was repaired wrongly.
 */
import { measureRepairs } from '../packages/mrz/test/measure-repairs.ts';

const documents = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 20261128);
const outcomes = measureRepairs(documents, seed);
const titles = { similar: 'one similar character', twoSimilar: 'two similar characters', dissimilar: 'one other character' } as const;
process.stdout.write(`${documents} documents of each format, seed ${seed}\n${'damage'.padEnd(24)} restored  left alone  wrong\n`);
for (const [kind, title] of Object.entries(titles) as [keyof typeof titles, string][]) {
  const { restored, left, wrong } = outcomes[kind];
  const percent = (count: number): string => `${((100 * count) / (restored + left + wrong)).toFixed(2)} %`;
  process.stdout.write(`${title.padEnd(24)} ${percent(restored).padStart(8)}  ${percent(left).padStart(10)}  ${percent(wrong)}\n`);
}
process.exitCode = outcomes.similar.wrong === 0 ? 0 : 1;
