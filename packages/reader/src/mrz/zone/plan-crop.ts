import { detectorSide } from '../detector/run-detector.ts';
import type { ZoneCrop } from '../detector/sample-crop.ts';
import { printGeometry } from '../print-geometry.ts';
import type { ZoneBox } from '../search/box-segments.ts';

/** The detector sees line after line clearly in a crop of this width, pixels. */
const cropWidth = 640;
/**
 * A zone is wide; what is higher than this is none, or several that a second look tells apart at
 * lower resolution.
 */
const maxCropHeight = 480;
const { coreShare } = printGeometry;
/** Room around the zone, in glyph heights. */
const marginAlong = 3;
const marginAcross = 1.6;
/** What looks like a single line may have a neighbour that the first look missed. */
const singleLineHeight = 2;
const singleLineMargin = 3.4;

/**
 * The cut-out in which a zone is looked at again: upright by its direction, with room around it.
 */
export function planCrop(box: ZoneBox): ZoneCrop {
  const glyphHeight = Math.min(box.thickness / coreShare, box.height);
  const length = box.length + 2 * marginAlong * glyphHeight;
  const margin = box.height < singleLineHeight * glyphHeight ? singleLineMargin : marginAcross;
  const breadth = box.height + 2 * margin * glyphHeight;
  const scale = Math.max(length / cropWidth, breadth / maxCropHeight);
  const height = Math.min(maxCropHeight, detectorSide(breadth / scale));
  const { direction, centre } = box;
  const right = (cropWidth / 2) * scale;
  const down = (height / 2) * scale;
  return {
    width: cropWidth,
    height,
    origin: { x: centre.x - right * direction.x + down * direction.y, y: centre.y - right * direction.y - down * direction.x },
    direction,
    scale,
  };
}
