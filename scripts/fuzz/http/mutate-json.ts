import type { Random } from '../../../packages/reader/test/structures/random.ts';

/** Values that some parser or check somewhere did not expect, as JSON. */
const oddValues = [
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '-0',
  '1e400',
  '123456789012345678901234567890',
  '"\\ud800"',
  '"\\u0000"',
  '"%00"',
  '"data:image/png;base64,"',
  '"file:///etc/passwd"',
  '"http://169.254.169.254/"',
  '"https://hotel.example/\\r\\nX: y"',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{}}}',
  '["scan.completed","scan.completed","*"]',
  `${'['.repeat(2000)}${']'.repeat(2000)}`,
  `"${'a'.repeat(3000)}"`,
];

/** Puts an odd value in the place of one of the values of a JSON text, or writes a member twice. */
export function mutateJson(body: Buffer, random: Random): Buffer {
  const text = body.toString('latin1');
  const found = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d+(?:\.\d+)?|true|false|null/g)];
  if (!/^\s*[{[]/.test(text) || found.length === 0) return Buffer.from(random.pick(oddValues));
  const chosen = random.pick(found);
  const rest = text.slice(chosen.index + chosen[0].length);
  const changed = `${text.slice(0, chosen.index)}${random.pick(oddValues)}${rest}`;
  const doubled = changed.replace(/^\{/, `{${/"\w+":/.exec(text)?.[0] ?? '"a":'}${random.pick(oddValues)},`);
  return Buffer.from(random.below(4) === 0 ? doubled : changed, 'latin1');
}
