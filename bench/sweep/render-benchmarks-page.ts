import type { SetAnswers } from '../false-zones/measure-answers.ts';
import { renderFalseZones } from '../false-zones/render-false-zones.ts';
import { percent } from '../page/percent.ts';
import type { SetResult } from './measure-set.ts';
import { type Calibration, renderCalibration } from './render-calibration.ts';
import { type Endurance, renderEndurance, renderThroughput, type Throughput } from './render-cost.ts';
import { renderSet } from './render-set.ts';
import { sweepTitles } from './sweep-titles.ts';

/** What stands in the baselines; what was never measured is left out. */
type Measured = {
  readonly sets: readonly SetResult[];
  readonly calibration: Calibration | undefined;
  readonly answers: readonly SetAnswers[] | undefined;
  readonly throughput: Throughput | undefined;
  readonly endurance: Endurance | undefined;
};

/** docs/benchmarks.md from the results of all sets; nothing in it is written by hand. */
export function renderBenchmarksPage({ sets, calibration, answers, throughput, endurance }: Measured): string {
  const find = (name: string): SetResult[] => sets.filter((set) => set.name === name);
  const sections = [
    ...find('normal').map(renderNormal),
    ...find('negatives').map(renderNegatives),
    ...(answers ? [renderFalseZones(answers)] : []),
    ...Object.keys(sweepTitles).flatMap(find).map(renderSweep),
    ...(calibration ? [renderCalibration(calibration)] : []),
    ...(throughput ? [renderThroughput(throughput)] : []),
    ...(endurance ? [renderEndurance(endurance)] : []),
    renderRepeat(sets),
  ];
  return `# Where reading breaks down

Synthetic pictures drawn with a fixed seed: documents of five formats (TD1, TD2, TD3, MRV-A, MRV-B) with invented holders, printed in faces that
no training saw, laid on backgrounds. *Every character right* means that all lines are read exactly as printed; *sure* is a \`valid_score\` of 95 and
more; *character errors* are wrong, missing and surplus characters per 100 printed ones. This page is written by \`node bench/sweep.ts --write\`.
Beside other readers: [peers.md](peers.md).

${sections.join('\n\n')}
`;
}

function renderNormal(set: SetResult): string {
  return `## Normal band

Glyphs of 12 to 24 pixels, whole print, half of the pictures upright and half at any angle, half tilted up to 35°, JPEG quality 50 to 95, with some blur, noise,
weak light and low contrast each.

${renderSet(set)}`;
}

function renderNegatives(set: SetResult): string {
  return `## Pictures without a zone

What comes near to a zone: payment slips, program listings and dumps, boarding passes and receipts, letters with capitals and led lists. The code lines of the slips, a third of the
listings and half of the tickets are printed in the faces of zones. Besides, forms, tables and plain textures. None may be read for sure.

${renderSet(set)}`;
}

function renderSweep(set: SetResult): string {
  const { heading, about, hasPlot = true } = sweepTitles[set.name] ?? { heading: set.name };
  const right = set.rows.reduce((sum, { visibleRight, exact }) => sum + (visibleRight ?? exact), 0);
  const wrong = set.rows.some(({ visibleRight }) => visibleRight !== undefined) ? 'wrong visible character' : 'wrong character';
  const positives = set.rows.reduce((sum, row) => sum + row.positives, 0);
  return `## ${heading}
${about ? `\n${about}\n` : ''}${hasPlot ? `\n![${heading}: share of pictures read without error, by value](images/sweep-${set.name}.svg)\n` : ''}
${renderSet(set)}

All values together: ${percent(right, positives)} of ${positives} pictures without a ${wrong}.`;
}

function renderRepeat(sets: readonly SetResult[]): string {
  const draw = sets.map(({ name, rows }) => {
    // Of a sweep, pictures for each value.
    const count = (rows[0]?.positives ?? 0) + rows.reduce((sum, { negatives }) => sum + negatives, 0);
    return `.venv/bin/python make_bench_set.py --kind ${name} --count ${count} --seed 1 --out ../bench/sets/${name}`;
  });
  const machines = [...new Set(sets.map(({ date, machine }) => `${date} on ${machine}`))];
  return `## To repeat

Everything but the normal band, the negatives and the faults that meet keeps its other conditions easy: upright, glyphs of 18 pixels, sharp, full light, JPEG quality 90.
\`bench/sweep.ts\` takes all sets in bench/sets, or those that it is given.
Measured ${machines.join('; ')}.

\`\`\`
cd training
${draw.join('\n')}
cd ..
node bench/sweep.ts --write
\`\`\``;
}
