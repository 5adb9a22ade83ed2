import { drawPlot } from '../page/draw-plot.ts';
import type { PeersResult } from './peers-result.ts';

const size = { width: 560, height: 280 };
const decades = [10, 30, 100, 300, 1000, 3000, 10_000];
const ours = '#1565c0';
const theirs = '#616161';

/**
 * A run as SVG: how many forms are right against the median time, the time on a logarithmic scale;
 * up and left is better.
 */
export function drawPeers({ peers }: PeersResult): string {
  const [least = 10, most = 10_000] = [decades[0], decades.at(-1)];
  const at = (ms: number): number => Math.min(1, Math.max(0, Math.log(ms / least) / Math.log(most / least)));
  const x = { label: 'median time a picture, ms', ticks: decades.map((ms) => ({ at: at(ms), text: `${ms}` })) };
  const y = { label: 'form right', ticks: [0, 25, 50, 75, 100].map((share) => ({ at: share / 100, text: `${share} %` })) };
  return drawPlot({ ...size, x, y }, (place) =>
    peers.flatMap((peer) => {
      if ('error' in peer) return [];
      const colour = peer.name === 'ocr-web' ? ours : theirs;
      const [left, top] = [place.x(at(peer.p50_ms)), place.y(peer.formRight / (peer.forms || 1))];
      const side = at(peer.p50_ms) > 0.6 ? { anchor: 'end', shift: -9 } : { anchor: 'start', shift: 9 };
      return [
        `<circle cx="${left}" cy="${top}" r="5" fill="${colour}"/>`,
        `<text x="${(Number(left) + side.shift).toFixed(1)}" y="${(Number(top) + 4).toFixed(1)}" text-anchor="${side.anchor}" stroke="#fff" stroke-width="3" paint-order="stroke">` +
          `${peer.name} (${peer.sureAndWrong} sure and wrong)</text>`,
      ];
    }),
  );
}
