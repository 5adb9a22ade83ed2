import type { PicturePlanes } from '../image/plane.ts';
import { measurePage } from './measure-page.ts';
import type { QualityIssue } from './quality-issue.ts';

/** Long side of the plane that is measured, pixels. */
const measuredLongSide = 1280;
/**
 * The shortest lines of a zone have 30 characters. With fewer than 8 pixels for each, and some
 * margin, no zone can be read.
 */
const minLongSide = 280;
/** Brightness from which on there is light, grey levels. */
const minBright = 40;
/**
 * A page whose range from dark to bright is below the first is empty; below the second, it hardly
 * shows anything. Grey levels.
 */
const emptyRange = 8;
const minRange = 40;
/** Edges that rise by less than this within eight pixels are not print, grey levels. */
const minEdge = 16;
/**
 * Print is too soft to be found if less than this share of an edge's rise over eight pixels happens
 * within two.
 */
const minEdgeShare = 0.47;

/**
 * Why no zone was found on a page: its light, sharpness or size. If they are fine, there is none on
 * it.
 */
export async function explainMissingZone(planes: PicturePlanes): Promise<QualityIssue[]> {
  const longSide = Math.max(planes.width, planes.height);
  const { dark, bright, near, far } = measurePage(await planes.planeAtLeast(Math.min(1, measuredLongSide / longSide)));
  const issues: QualityIssue[] = [];
  if (bright - dark < emptyRange && bright >= minBright) return [{ code: 'no_mrz' }];
  if (bright < minBright) issues.push({ code: 'too_dark', found: bright, needed: minBright });
  else if (bright - dark < minRange) issues.push({ code: 'low_contrast', found: bright - dark, needed: minRange });
  else if (far >= minEdge && near < minEdgeShare * far) issues.push({ code: 'blurred' });
  else if (longSide < minLongSide) issues.push({ code: 'picture_too_small', found: longSide, needed: minLongSide });
  return issues.length > 0 ? issues : [{ code: 'no_mrz' }];
}
