import type { PicturePlanes } from '../image/plane.ts';
import type { Finding } from './finding.ts';
import { measurePage } from './measure-page.ts';

/** Long side of the plane on which a page is measured, pixels. */
const measuredLongSide = 1280;
/** A zone's shortest lines have 30 characters; with less than 8 pixels for each, beside some margin, no zone can be read. */
const smallestLongSide = 280;
/** Brighter than this there is light, grey levels. */
const leastBright = 40;
/** A page with less between its darkest and its brightest is empty, and with less than this hardly shows anything, grey levels. */
const emptyRange = 8;
const leastRange = 40;
/** Edges that rise by less than this in eight pixels are not print, grey levels. */
const leastEdge = 16;
/** Print whose edges rise by less than this share within two of eight pixels is too soft to be found. */
const sharpEnough = 0.47;

/** Why no zone was found on a page, as far as that can be told from its light, sharpness and size; else there is none on it. */
export async function judgePage(planes: PicturePlanes): Promise<Finding[]> {
  const longSide = Math.max(planes.width, planes.height);
  const { dark, bright, near, far } = measurePage(await planes.planeAtLeast(Math.min(1, measuredLongSide / longSide)));
  const findings: Finding[] = [];
  if (bright - dark < emptyRange && bright >= leastBright) return [{ code: 'no_mrz' }];
  if (bright < leastBright) findings.push({ code: 'too_dark', found: bright, needed: leastBright });
  else if (bright - dark < leastRange) findings.push({ code: 'low_contrast', found: bright - dark, needed: leastRange });
  else if (far >= leastEdge && near < sharpEnough * far) findings.push({ code: 'blurred' });
  else if (longSide < smallestLongSide) findings.push({ code: 'picture_too_small', found: longSide, needed: smallestLongSide });
  return findings.length > 0 ? findings : [{ code: 'no_mrz' }];
}
