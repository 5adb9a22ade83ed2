import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderConfigurationReference } from './render-configuration-reference.ts';

test('docs/configuration.md is what the settings say (npm run docs -w @ocr-web/server writes it)', () => {
  const committed = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');
  expect(committed).toBe(renderConfigurationReference());
});
