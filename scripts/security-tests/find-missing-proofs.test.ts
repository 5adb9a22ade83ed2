import { expect, test } from 'vitest';
import { findMissingProofs, findUnprovenThreats } from './find-missing-proofs.ts';

const files: Readonly<Record<string, string>> = {
  'a/b.test.ts': "test('it holds', () => {});\ntest('somebody\\'s', () => {});",
  '.ci/run': 'check "fuzz" node scripts/fuzz/fuzz-http.ts --count 3000',
};
const read = (path: string) => {
  const text = files[path];
  if (text === undefined) throw new Error('ENOENT');
  return text;
};

test('what is there is found, also where a line was folded', () => {
  expect(
    findMissingProofs("`a/b.test.ts::it\nholds` and `a/b.test.ts::somebody's`, `scripts/fuzz/fuzz-http.ts`, `bench/attack.ts`", read),
  ).toEqual([]);
});

test.each(['a/b.test.ts::it does not', 'a/c.test.ts::it holds', 'scripts/other.ts', 'scripts/fuzz/fuzz-other.ts'])('%s is not', (name) => {
  expect(findMissingProofs(`met: \`${name}\``, read)).toEqual([name]);
});

test('a threat needs a proof of its own', () => {
  const document = '| T1 | a |\n| T2 | b |\n| T10 | c |\n\n- **T1** `a/b.test.ts::it holds`\n- **T10** by hand\n';
  expect(findUnprovenThreats(document)).toEqual(['T2', 'T10']);
});
