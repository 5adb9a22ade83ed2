import { detectorSide } from '../detector/run-detector.ts';
import type { ZoneCrop } from '../detector/sample-crop.ts';
import { printGeometry } from '../print-geometry.ts';
import type { ZoneBox } from '../search/box-segments.ts';
import { traceTuning } from '../trace-tuning.ts';

const {
  width: cropWidth,
  maxHeight,
  marginAlong,
  marginAcross,
  maxSingleLineHeight,
  singleLineMargin,
  minCharacters,
  mergedCharacters,
} = traceTuning.crop;
const { coreShare } = printGeometry;

/** The crop in which a candidate's lines are traced: upright by its direction, with a margin. */
export function planCrop(box: ZoneBox): ZoneCrop {
  const seen = Math.min(box.thickness / coreShare, box.height);
  const glyphHeight = guessGlyphHeight(seen, box);
  // A small plane that merges lines loses their ends as well; and closer than pixel for pixel there
  // is nothing more to see.
  const close = box.length + 2 * marginAlong * Math.max(glyphHeight, seen / 2);
  const length = Math.max(close, Math.min(box.length + 2 * marginAlong * seen, cropWidth));
  const margin = box.height < maxSingleLineHeight * glyphHeight ? singleLineMargin : marginAcross;
  const breadth = box.height + 2 * margin * glyphHeight;
  const scale = Math.max(length / cropWidth, breadth / maxHeight);
  const height = Math.min(maxHeight, detectorSide(breadth / scale));
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

/**
 * The glyph height that the thickness of a candidate's segments tells, unless it is that of several
 * lines which a small plane shows as one: these are longer for their height than any line of text.
 */
function guessGlyphHeight(seen: number, { length }: ZoneBox): number {
  return seen > length / minCharacters ? length / mergedCharacters : seen;
}
