const counts = new Uint16Array(128);

/**
 * How many of some characters a text has, each as often as it has it; both are plain capitals and
 * digits.
 */
export function commonCount(expected: string, text: string): number {
  counts.fill(0);
  for (let at = 0; at < text.length; at++) counts[text.charCodeAt(at)]!++;
  let common = 0;
  for (let at = 0; at < expected.length; at++) {
    const code = expected.charCodeAt(at);
    if (counts[code] === 0) continue;
    counts[code]!--;
    common++;
  }
  return common;
}
