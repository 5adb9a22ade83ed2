import { drawPlot } from './page/draw-plot.ts';

type Bin = { readonly documents: number; readonly right: number; readonly claimed: number };

const side = 320;
const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => ({ at, text: `${at}` }));

/**
 * A reliability diagram as SVG: what was claimed against what came true; the larger the dot the
 * more documents.
 */
export function drawReliability(bins: readonly Bin[]): string {
  const plot = { width: side, height: side, x: { label: 'confidence claimed', ticks }, y: { label: 'documents right', ticks } };
  return drawPlot(plot, ({ x, y }) => [
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#999" stroke-dasharray="4 4"/>`,
    ...bins.map(({ documents, right, claimed }) => {
      const radius = (2 + 2 * Math.log10(documents)).toFixed(1);
      return `<circle cx="${x(claimed)}" cy="${y(right / documents)}" r="${radius}" fill="#1565c0" fill-opacity="0.7"/>`;
    }),
  ]);
}
