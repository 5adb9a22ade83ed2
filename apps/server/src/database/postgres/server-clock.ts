/** Time between two looks at the server's clock, milliseconds. */
const lookMs = 60_000;

export type ServerClock = {
  /** The time by the server's clock, as good as the way to the server is short. */
  readonly now: () => Date;
  readonly close: () => void;
};

/**
 * Follows the clock of a database server, so that all processes of the service mean the same by a
 * time that they write and compare, whatever the clocks of their machines say. Between two looks it
 * goes by a clock that nobody sets.
 *
 * @param read asks the server; milliseconds since 1970
 * @throws the error of the first look
 */
export async function openServerClock(read: () => Promise<number>): Promise<ServerClock> {
  let offsetMs = 0;
  const look = async () => {
    const asked = performance.now();
    const serverMs = await read();
    // Half of the way there and back.
    offsetMs = serverMs - (asked + performance.now()) / 2;
  };
  await look();
  // While the server is gone the last offset is still the best one.
  const timer = setInterval(() => void look().catch(() => undefined), lookMs).unref();
  return { now: () => new Date(offsetMs + performance.now()), close: () => clearInterval(timer) };
}
