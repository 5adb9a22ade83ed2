import { percent } from '../page/percent.ts';
import { renderTable } from '../page/render-table.ts';

/** What bench/calibration.ts writes as its baseline. */
export interface Calibration {
  readonly documents: number;
  readonly sure: number;
  readonly sureAndWrong: number;
  readonly bins: readonly { readonly documents: number; readonly right: number; readonly claimed: number }[];
}

/** The reliability diagram, and below it the same in figures. */
export function renderCalibration({ documents, sure, sureAndWrong, bins }: Calibration): string {
  const rows = bins.map((bin) => [`${(100 * bin.claimed).toFixed(1)} %`, `${bin.documents}`, percent(bin.right, bin.documents)]);
  return `## Confidence

![Reliability diagram: confidence claimed against documents right](images/calibration.svg)

${renderTable(['confidence claimed, mean', 'documents', 'every character right'], rows)}

Confident enough to be sure: ${sure} of ${documents} documents, ${sureAndWrong} of these wrong. Measured by \`node bench/calibration.ts SET… --write\`.`;
}
