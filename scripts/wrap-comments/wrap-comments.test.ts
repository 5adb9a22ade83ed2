import { expect, test } from 'vitest';
import { wrapComments } from './wrap-comments.ts';

test('a wide comment is wrapped, and one that fits stays as it is', () => {
  const source = ['  // one two three four five', '  // six', '  const a = 1;', '// a', '// b', 'const b = 2;'].join('\n');
  const wrapped = ['  // one two', '  // three four', '  // five six', '  const a = 1;', '// a', '// b', 'const b = 2;'].join('\n');
  expect(wrapComments(source, 16)).toBe(wrapped);
});

test('a wide documentation comment becomes a block, with its tags apart and hanging', () => {
  const source = [
    '/** What it does, in a long sentence. */',
    'const a = 1;',
    '/**',
    ' * What.',
    ' *',
    ' * @throws RangeError where it is too long',
    ' */',
    '',
  ];
  const wrapped = [
    ...['/**', ' * What it does, in a', ' * long sentence.', ' */', 'const a = 1;'],
    ...['/**', ' * What.', ' *', ' * @throws RangeError', ' *   where it is too', ' *   long', ' */', ''],
  ];
  expect(wrapComments(source.join('\n'), 22)).toBe(wrapped.join('\n'));
});

test('what looks like a comment within a string, a directive, a drawing and a comment behind code stay as they are', () => {
  const source = [
    'const text = `',
    '// not a comment, however long it may be',
    '`;',
    '// biome-ignore lint/style/noNonNullAssertion: it is there',
    'const b = 2; // behind code, and rather long',
    '// A drawing:',
    '//   a -> b -> c -> d -> e -> f -> g',
  ].join('\n');
  expect(wrapComments(source, 22)).toBe(source);
});
