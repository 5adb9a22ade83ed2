import { editDistance } from '../reader/edit-distance.ts';
import type { Measured, ZoneRead } from '../reader/measure-pictures.ts';

/**
 * A picture with all its zones as if they were one: what was read in the order of what is printed,
 * whatever is surplus included. Its score is the lowest one, 0 where fewer zones were read than are
 * printed.
 */
export function joinZones(picture: Measured, printed: readonly (readonly string[])[]): Measured {
  const placeOf = ({ lines }: ZoneRead): number => {
    const distances = printed.map((zone) => editDistance(zone.join('\n'), lines.join('\n')));
    return distances.indexOf(Math.min(...distances));
  };
  const placed = picture.zones.map((zone) => ({ zone, place: placeOf(zone) })).sort((a, b) => a.place - b.place);
  const allFound = picture.zones.length >= printed.length;
  return {
    ...picture,
    truth: printed.flat(),
    lines: placed.flatMap(({ zone }) => zone.lines),
    score: allFound ? Math.min(...picture.zones.map(({ score }) => score)) : 0,
  };
}
