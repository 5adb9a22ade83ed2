import { ByteCursor, EndOfFileError } from './byte-cursor.ts';
import { InspectionBudget, StructureError } from './inspection-budget.ts';
import type { MediaType, PictureKind } from './picture-kind.ts';
import { identifyPicture } from './picture-kinds.ts';

/** What the structure of a file says, without decoding it. */
export type PictureFacts = {
  readonly mediaType: MediaType;
  /** In pixels as stored; missing where the header keeps it elsewhere. */
  readonly width?: number;
  readonly height?: number;
  /** Whether the file ends before its own structure says so. */
  readonly truncated: boolean;
  /** Present where the file is truncated and a part of its picture can be read none the less. */
  readonly hasPixels?: true;
};

/** What the bytes of a file turned out to be. */
export type Inspection =
  | PictureFacts
  /** The name of a known kind that the reader does not take. */
  | { readonly unreadable: string }
  /** Why the structure of the file is refused, as the end of a sentence. */
  | { readonly damaged: string }
  | undefined;

/**
 * Says what a file is by its bytes alone, reading no more than its structure: nothing is decoded.
 *
 * Its time and memory are bounded, whatever the bytes are.
 *
 * @param budget where the steps are counted
 * @returns undefined for what is of no known kind
 */
export function inspectPicture(bytes: Uint8Array, budget: InspectionBudget = new InspectionBudget()): Inspection {
  const kind = identifyPicture(bytes);
  return kind && 'mediaType' in kind ? inspectStructure(kind, bytes, budget) : kind;
}

function inspectStructure(
  { mediaType, nameUnreadable, readSize, isWhole, hasPixels }: PictureKind,
  bytes: Uint8Array,
  budget: InspectionBudget,
): Inspection {
  try {
    const unreadable = untilEndOfFile(() => nameUnreadable?.(new ByteCursor(bytes, budget)));
    if (unreadable !== undefined) return { unreadable };
    const size = untilEndOfFile(() => readSize?.(new ByteCursor(bytes, budget)));
    const whole = untilEndOfFile(() => isWhole(new ByteCursor(bytes, budget))) ?? false;
    if (whole) return { mediaType, ...size, truncated: false };
    const isReadable = untilEndOfFile(() => hasPixels?.(new ByteCursor(bytes, budget)));
    return { mediaType, ...size, truncated: true, ...(isReadable && { hasPixels: true }) };
  } catch (error) {
    if (!(error instanceof StructureError)) throw error;
    return { damaged: error.message };
  }
}

function untilEndOfFile<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EndOfFileError)) throw error;
    return undefined;
  }
}
