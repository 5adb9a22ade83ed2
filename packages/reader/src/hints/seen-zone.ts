import type { TracedZone } from '../detect/traced-zone.ts';
import type { ZoneReading } from '../reading.ts';

/** A zone that was found in a page, upright. */
export type SeenZone = {
  readonly traced: TracedZone;
  /** What it says; undefined when it does not read like a zone. */
  readonly reading:
    | { readonly zone: ZoneReading /** Indexes of the traced lines that its lines were read from. */; readonly lines: readonly number[] }
    | undefined;
};
