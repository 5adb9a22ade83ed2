import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

/**
 * Returns docs/configuration.md: every setting with its default, from the same table that parses
 * them.
 */
export function renderConfigurationReference(): string {
  const rows = Object.values<Setting<unknown>>(settings).map(({ env, doc, fallback, fallbackDoc }) => [
    `\`${env}\``,
    fallbackDoc ?? (fallback === '' ? 'none' : `\`${fallback}\``),
    doc,
  ]);
  return [
    '# Configuration',
    '',
    '<!-- Generated from apps/server/src/config/settings.ts by `npm run docs -w @ocr-web/server`. Do not edit. -->',
    '',
    'All settings are environment variables, read once at the start. A value that is not valid stops the start with a message that names the variable.',
    '',
    ...renderTable([['Variable', 'Default', 'Meaning'], ...rows]),
    '',
  ].join('\n');
}

/** Markdown with aligned columns, as the formatter of this repository wants it. */
function renderTable([head = [], ...body]: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)));
  const renderRow = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [renderRow(head), renderRow(widths.map((width) => '-'.repeat(width))), ...body.map(renderRow)];
}
