import { ByteCursor, EndOfFileError } from './byte-cursor.ts';
import { InspectionBudget, StructureError } from './inspection-budget.ts';
import { bmp } from './kinds/bmp.ts';
import { gif } from './kinds/gif.ts';
import { heifKinds } from './kinds/heif.ts';
import { jpeg } from './kinds/jpeg.ts';
import { pdf } from './kinds/pdf.ts';
import { png } from './kinds/png.ts';
import { tiff } from './kinds/tiff.ts';
import { webp } from './kinds/webp.ts';
import type { PictureFacts } from './picture-facts.ts';
import type { PictureKind } from './picture-kind.ts';

const headBytes = 1024;
const kinds: readonly PictureKind[] = [jpeg, png, webp, tiff, gif, ...heifKinds, bmp, pdf];

/** Kinds of file that people do send and that are refused by name. */
const unreadable: readonly { readonly name: string; readonly matches: PictureKind['matches'] }[] = [
  { name: 'SVG', matches: (head) => /<svg[\s>]/i.test(head) },
];

/** What the bytes of a file turned out to be. */
export type Inspection =
  | PictureFacts
  /** The name of a known kind that the reader does not take. */
  | { readonly unreadable: string }
  /** Why the structure of the file is refused, as the end of a sentence. */
  | { readonly damaged: string }
  | undefined;

/**
 * Says what a file is by its bytes alone, reading no more than its structure: nothing is decoded in the process of the service.
 *
 * Its time and memory are bounded, whatever the bytes are.
 *
 * @param budget where the steps are counted
 * @returns undefined for what is of no known kind
 */
export function inspectPicture(bytes: Buffer, budget: InspectionBudget = new InspectionBudget()): Inspection {
  const head = bytes.toString('latin1', 0, headBytes);
  const kind = kinds.find(({ matches }) => matches(head));
  if (kind) return inspectStructure(kind, bytes, budget);
  const other = unreadable.find(({ matches }) => matches(head));
  return other && { unreadable: other.name };
}

function inspectStructure({ mediaType, readSize, isWhole }: PictureKind, bytes: Buffer, budget: InspectionBudget): Inspection {
  try {
    const size = untilEndOfFile(() => readSize?.(new ByteCursor(bytes, budget)));
    const whole = untilEndOfFile(() => isWhole(new ByteCursor(bytes, budget))) ?? false;
    return { mediaType, ...size, truncated: !whole };
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
