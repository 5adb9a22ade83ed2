/**
 * Writes a log line in the shape of the service's logger, for those who must not load it: the
 * supervisor, which stays small, and the watchdog, whose process is about to end.
 *
 * @param fields ids, codes and durations; no value that came from a client
 * @returns one JSON object with a line feed at its end
 */
export function formatLogLine(level: 'error' | 'fatal', fields: Readonly<Record<string, unknown>>, msg: string): string {
  return `${JSON.stringify({ level, time: new Date().toISOString(), ...fields, msg })}\n`;
}
