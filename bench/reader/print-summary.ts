import type { Measured } from './measure-pictures.ts';
import type { ReaderSummary, Spread } from './summarise.ts';

/**
 * Prints what was measured as a table, before it the pictures that were not read exactly where
 * these are passed.
 */
export function printSummary(summary: ReaderSummary, misses: readonly Measured[]): void {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  for (const { file, truth, lines, score } of misses) {
    if (truth?.join('\n') === lines.join('\n') || (truth === null && score < 95)) continue;
    print(
      [`${file}  score ${score}`, ...(truth ?? []).map((line) => `  printed ${line}`), ...lines.map((line) => `  read    ${line}`)].join(
        '\n',
      ),
    );
  }
  const { positives, negatives } = summary;
  print(`every character right   ${percent(summary.exact, positives)}`);
  print(`right number of lines   ${percent(summary.found, positives)}`);
  print(`character errors        ${summary.characterErrors_percent} %`);
  print(`sure                    ${percent(summary.sure, positives)}, of them wrong ${summary.sureAndWrong}`);
  print(`without MRZ, yet sure   ${percent(summary.ghosts, negatives)}`);
  print(`refused                 ${summary.refused}`);
  for (const [name, { pictures, exact }] of Object.entries(summary.formats)) print(`  ${name.padEnd(22)}${percent(exact, pictures)}`);
  print('milliseconds a picture       p50      p95');
  printSpread(print, 'processor time', summary.cpu);
  for (const [stage, spread] of Object.entries(summary.stages)) printSpread(print, stage.replace('_ms', ''), spread);
}

function percent(count: number, of: number): string {
  return of > 0 ? `${((100 * count) / of).toFixed(1)} % (${count} of ${of})` : '-';
}

function printSpread(print: (line: string) => void, name: string, { p50, p95 }: Spread): void {
  print(`  ${name.padEnd(22)}${p50.toFixed(1).padStart(9)}${p95.toFixed(1).padStart(9)}`);
}
