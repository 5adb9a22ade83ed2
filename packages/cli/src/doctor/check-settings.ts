import type { Config } from '@ocr-web/server';
import type { Terminal } from '../terminal.ts';
import type { Finding } from './finding.ts';

/** Variables of the command line itself. */
const cliVariables = ['OCR_WEB_SERVER', 'OCR_WEB_TOKEN', 'OCR_WEB_WEBHOOK_SECRET'];

/** The settings, and what they come to where they are right. */
export async function checkSettings(environment: Terminal['environment']): Promise<{ finding: Finding; config: Config | undefined }> {
  const { isStartupError, parseConfig, settings } = await import('@ocr-web/server');
  const known = new Set([...Object.values(settings).map(({ env }) => env), ...cliVariables]);
  const given = Object.keys(environment).filter((name) => name.startsWith('OCR_WEB_') && environment[name]);
  const strange = given.filter((name) => !known.has(name));
  try {
    const config = parseConfig(environment);
    const detail = given.length === 0 ? 'all at their defaults' : `${given.length} set: ${given.sort().join(', ')}`;
    if (strange.length === 0) return { finding: { check: 'settings', status: 'ok', detail }, config };
    const advice = `There is no setting ${strange.join(', ')}; docs/configuration.md lists them all.`;
    return { finding: { check: 'settings', status: 'warning', detail, advice }, config };
  } catch (error) {
    if (!isStartupError(error)) throw error;
    const advice = 'Correct the variable; docs/configuration.md lists all of them with their defaults.';
    return { finding: { check: 'settings', status: 'failed', detail: error.message.replaceAll('\n', '; '), advice }, config: undefined };
  }
}
