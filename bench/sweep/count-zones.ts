import type { ZoneRead } from '../reader/measure-pictures.ts';
import { sureScore } from '../reader/summarise.ts';
import type { Judged } from './set-label.ts';

/**
 * Of pictures whose labels list all zones, what can be said of each zone by itself; nothing of
 * others.
 */
export function countZones(judged: readonly Judged[]): { listed?: number; bestRight?: number; sureAndWrong?: number } {
  const listing = judged.flatMap(({ label: { mrzs }, picture: { zones } }) => (mrzs ? [{ printed: mrzs.map(textOf), zones }] : []));
  if (listing.length === 0) return {};
  const isWrong = (printed: readonly string[], { lines }: ZoneRead): boolean => !printed.includes(textOf(lines));
  return {
    listed: listing.filter(({ printed, zones }) => printed.every((text) => zones.some(({ lines }) => textOf(lines) === text))).length,
    bestRight: listing.filter(({ printed, zones: [best] }) => best && !isWrong(printed, best)).length,
    sureAndWrong: listing.filter(({ printed, zones }) => zones.some((zone) => zone.score >= sureScore && isWrong(printed, zone))).length,
  };
}

function textOf(lines: readonly string[]): string {
  return lines.join('\n');
}
