import { StartupError } from '../errors/startup-error.ts';
import type { Setting } from './setting.ts';
import { type Config, settings } from './settings.ts';

/**
 * Turns environment variables into the settings of the service.
 *
 * @param environment variable names and texts, read once by the entry point
 * @throws StartupError `config.invalid` that names every wrong variable, the text found and what is
 *   valid
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values = Object.entries<Setting<unknown>>(settings).map(([name, setting]) => {
    // An empty variable counts as missing: that is what `OCR_WEB_PORT= npm start` and an unset
    // compose variable mean.
    const text = environment[setting.env] || setting.fallback;
    try {
      return [name, setting.parse(text)];
    } catch (error) {
      problems.push(`${setting.env} ${(error as Error).message}${setting === settings.token ? '' : `, not ${JSON.stringify(text)}`}`);
      return [name, undefined];
    }
  });
  if (problems.length > 0) throw new StartupError('config.invalid', problems.join('\n'));
  return Object.fromEntries(values) as Config;
}
