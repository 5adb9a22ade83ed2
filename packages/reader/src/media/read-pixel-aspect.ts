import { ByteCursor, EndOfFileError } from './byte-cursor.ts';
import { InspectionBudget, StructureError } from './inspection-budget.ts';
import { identifyPicture } from './picture-kinds.ts';

/**
 * Width of a pixel over its height, as the file gives its resolution: fax pages have 204 pixels an
 * inch across and 98 down, which is 0.48. Only the ratio counts, so its unit does not matter.
 *
 * @param bytes a file of any kind
 * @param page index of the page, from 0
 * @returns undefined where the file gives none, or one that makes no sense
 */
export function readPixelAspect(bytes: Uint8Array, page: number): number | undefined {
  const kind = identifyPicture(bytes);
  if (!kind || 'unreadable' in kind) return undefined;
  try {
    const resolution = kind.readResolution?.(new ByteCursor(bytes, new InspectionBudget()), page);
    const aspect = resolution && resolution.y / resolution.x;
    return aspect !== undefined && aspect > 0 && Number.isFinite(aspect) ? aspect : undefined;
  } catch (error) {
    // A broken resolution is no reason to refuse a picture.
    if (error instanceof EndOfFileError || error instanceof StructureError) return undefined;
    throw error;
  }
}
