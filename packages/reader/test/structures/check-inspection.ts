import { inspectPicture } from '../../src/media/inspect-picture.ts';
import { InspectionBudget } from '../../src/media/inspection-budget.ts';

export type InspectionOutcome = 'whole' | 'cut off' | 'damaged' | 'no picture';

/**
 * A header takes some steps; then every step of the two walks through a file needs bytes of its
 * own. A directory of TIFF takes five for one.
 */
const headerSteps = 64;
const stepsPerByte = 6;
const mostSteps = 2 ** 19;

/**
 * Inspects a file and checks what must hold for any bytes whatever.
 *
 * @throws Error for steps without progress or beyond the budget, for a size that is no number, and
 *   whatever the inspection throws
 */
export function checkInspection(bytes: Buffer): { readonly steps: number; readonly outcome: InspectionOutcome } {
  const budget = new InspectionBudget();
  const found = inspectPicture(bytes, budget);
  const { steps } = budget;
  if (steps > headerSteps + stepsPerByte * bytes.length) throw new Error(`${steps} steps in ${bytes.length} bytes: some without progress`);
  if (steps > mostSteps) throw new Error(`${steps} steps, more than the budget`);
  if (found === undefined || 'unreadable' in found) return { steps, outcome: 'no picture' };
  if ('damaged' in found) return { steps, outcome: 'damaged' };
  const { width = 0, height = 0 } = found;
  if (!Number.isFinite(width * height) || width < 0 || height < 0) throw new Error(`the size is ${width} x ${height}`);
  return { steps, outcome: found.truncated ? 'cut off' : 'whole' };
}
