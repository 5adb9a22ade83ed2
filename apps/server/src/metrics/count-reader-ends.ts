import { Counter, type Registry } from 'prom-client';

/**
 * Shows how many reader processes have ended, by reason.
 *
 * @returns takes the counts that the pool of readers keeps
 */
export function countReaderEnds(registry: Registry): (ends: ReadonlyMap<string, number>) => void {
  let followed: ReadonlyMap<string, number> = new Map();
  new Counter({
    name: 'ocr_web_reader_ends_total',
    help: 'Reader processes that ended, by reason; each is replaced.',
    labelNames: ['reason'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [reason, count] of followed) this.inc({ reason }, count);
    },
  });
  return (ends) => {
    followed = ends;
  };
}
