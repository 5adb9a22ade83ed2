/**
 * Puts candidates into turns by a key, such as their owner, so that whoever holds the fewest places
 * comes first, and leaves out those that would exceed a key's share. Candidates of one key keep
 * their order.
 *
 * @param held how many places each key holds already
 * @param share most places for one key
 */
export function takeTurns<Candidate>(
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => string,
  held: ReadonlyMap<string, number>,
  share: number,
): Candidate[] {
  const places = new Map(held);
  const placed = candidates.map((candidate) => {
    const place = places.get(keyOf(candidate)) ?? 0;
    places.set(keyOf(candidate), place + 1);
    return { candidate, place };
  });
  const fitting = placed.filter(({ place }) => place < share);
  return fitting.sort((one, other) => one.place - other.place).map(({ candidate }) => candidate);
}
