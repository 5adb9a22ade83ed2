// Writes docs/configuration.md from the settings' table.
import { writeFileSync } from 'node:fs';
import { renderConfigurationReference } from '../src/config/render-configuration-reference.ts';

writeFileSync(new URL('../../../docs/configuration.md', import.meta.url), renderConfigurationReference());
