/**
 * The scanner in Chromium in front of drawn clips: `node bench/live.ts [--clips N] [--write]`.
 *
 * Each of 200 clips of 1280 x 720 pixels shows a table, a document that comes in out of focus, and
 * then that document held by a hand: sharp, soft, with a reflection, in the dark; or another kind
 * of paper, or nothing. Counted is what the scanner took by itself and whether it was right, how
 * long that took from the first sharp frame, and how many frames a second were read. A wrong result
 * makes the run fail. `--write` makes the figures the baseline, bench/baseline/live.json.
 */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildPage } from '../packages/reader-web/test/browser/build-page.ts';
import { openPage } from '../packages/reader-web/test/browser/open-page.ts';
import type { ClipOutcome } from '../packages/scanner/test/browser/scanner-page-api.ts';
import { type Clip, type ClipKind, describeClips, drawClip } from './live/draw-clips.ts';
import { describeMachine } from './page/describe-machine.ts';

const root = fileURLToPath(new URL('../packages/scanner/test/page/', import.meta.url));
const baselineFile = join(import.meta.dirname, 'baseline/live.json');
/** How long a clip waits for a result, milliseconds. */
const limits: Readonly<Record<ClipKind, number>> = { sharp: 6000, soft: 4000, glare: 4000, dark: 4000, other: 2500, none: 2500 };

const { values } = parseArgs({ options: { clips: { type: 'string', default: '200' }, write: { type: 'boolean', default: false } } });
const clips = describeClips(Number(values.clips));
const { page, server, close } = await openPage(await buildPage(root));
await page.evaluate(() => scannerPage.place({}));

const run = async (clip: Clip, name: string): Promise<ClipOutcome> => {
  const drawn = await drawClip(clip, name);
  for (const { file, bytes } of drawn) server.files.set(file, bytes);
  const scenes = drawn.map(({ file, ms }) => ({ file, ms }));
  const from = scenes.at(-1)!.file;
  const input = { scenes, from, limitMs: limits[clip.kind] };
  const outcome = await page.evaluate((given) => scannerPage.runClip(given.scenes, given.from, given.limitMs), input);
  for (const { file } of drawn) server.files.delete(file);
  return outcome;
};

// The first clip waits until the models are loaded and compiled.
await run({ ...clips[0]!, kind: 'sharp' }, 'warm-up').catch(() => undefined);
await page.evaluate(() => scannerPage.stop());

const rows: { readonly clip: Clip; readonly outcome: ClipOutcome }[] = [];
for (const [index, clip] of clips.entries()) {
  const outcome = await run(clip, `clip-${index}`);
  rows.push({ clip, outcome });
  if (outcome.lines && outcome.lines.join() !== clip.lines?.join()) {
    process.stdout.write(`WRONG: clip ${index} (${clip.kind})\n  ${outcome.lines.join('\n  ')}\n`);
  }
}
await close();

const quantile = (numbers: readonly number[], share: number) =>
  Math.round([...numbers].sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))] ?? Number.NaN);
const intervals = rows.flatMap(({ outcome }) => outcome.intervals_ms);
const isRight = ({ clip, outcome }: (typeof rows)[number]) => outcome.lines !== undefined && outcome.lines.join() === clip.lines?.join();
const sharpTimes = rows.filter((row) => row.clip.kind === 'sharp' && isRight(row)).map(({ outcome }) => outcome.result_ms!);
const kinds = Object.groupBy(rows, ({ clip }) => clip.kind);
const report = {
  machine: describeMachine(),
  // More than there are cores: others measure at the same time, and frames wait for them.
  load_average: Math.round(loadavg()[1]! * 10) / 10,
  clips: rows.length,
  wrong: rows.filter((row) => row.outcome.lines !== undefined && !isRight(row)).length,
  frames_per_second: Math.round((10_000 * intervals.length) / intervals.reduce((sum, one) => sum + one, 0)) / 10,
  frame_ms: { p50: quantile(intervals, 0.5), p95: quantile(intervals, 0.95) },
  sharp_to_result_ms: { p50: quantile(sharpTimes, 0.5), p95: quantile(sharpTimes, 0.95) },
  taken: Object.fromEntries(Object.entries(kinds).map(([kind, of]) => [kind, { clips: of.length, right: of.filter(isRight).length }])),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
if (values.write) writeFileSync(baselineFile, `${JSON.stringify(report, null, 2)}\n`);
process.exitCode = report.wrong > 0 ? 1 : 0;
