import { expect, test } from 'vitest';
import { nextChangelog, nextManifest } from './next-version.ts';

test('a version is written into a manifest and what it needs of this repository', () => {
  const manifest = { name: '@ocr-web/cli', version: '0.1.0', dependencies: { '@ocr-web/mrz': '0.1.0', citty: '0.1.0' } };
  const expected = { ...manifest, version: '0.2.0', dependencies: { '@ocr-web/mrz': '0.2.0', citty: '0.1.0' } };
  expect(JSON.parse(nextManifest(JSON.stringify(manifest), '0.2.0'))).toEqual(expected);
});

test('what is unreleased gets its number and day', () => {
  const text = '# Changelog\n\n## Unreleased\n\n### Added\n\n- A thing.\n\n## 0.1.0 (2026-01-01)\n\n- First.\n';
  const expected =
    '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-11-28)\n\n### Added\n\n- A thing.\n\n## 0.1.0 (2026-01-01)\n\n- First.\n';
  expect(nextChangelog(text, '0.2.0', new Date('2026-11-28T12:00:00Z'))).toBe(expected);
});

test('a version without a change is none', () => {
  const text = '# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-01-01)\n\n- First.\n';
  expect(() => nextChangelog(text, '0.2.0', new Date())).toThrow('CHANGELOG.md says nothing under "Unreleased".');
});
