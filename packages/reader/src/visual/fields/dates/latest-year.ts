/** Documents expire so many years ahead at most. */
const yearsAhead = 45;

/**
 * The last year in which a document may expire that is read today.
 *
 * @param today ISO date
 */
export function latestYear(today: string): number {
  return Number(today.slice(0, 4)) + yearsAhead;
}
