/**
 * Most boxes, chunks, segments or directories that a file may have. A PNG of 512 MiB in chunks of 8
 * KiB, the usual size, has as many.
 */
const maxParts = 65_536;

/**
 * Most reads and moves. The part of a format that takes the most of them, a directory of TIFF,
 * takes five.
 */
const maxSteps = 8 * maxParts;

/**
 * Says that a file contradicts itself or takes too long to walk through. Its message goes on after
 * "The file is damaged: ".
 */
export class StructureError extends Error {}

/**
 * Counts what the inspection of one file has cost so far. What costs too much ends with an error,
 * so that no file holds the process up.
 */
export class InspectionBudget {
  #steps = 0;
  #parts = 0;

  get steps(): number {
    return this.#steps;
  }

  /** @throws StructureError for one step more than any honest file takes */
  spendStep(): void {
    if (this.#steps === maxSteps) throw new StructureError(`its structure takes more than ${maxSteps} steps to read.`);
    this.#steps += 1;
  }

  /** @throws StructureError for one part more than any honest file has */
  spendPart(): void {
    this.spendStep();
    if (this.#parts === maxParts) throw new StructureError(`it has more than ${maxParts} parts.`);
    this.#parts += 1;
  }
}
