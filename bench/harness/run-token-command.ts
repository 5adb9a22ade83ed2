import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const entry = fileURLToPath(new URL('../../packages/cli/bin/ocr-web.mjs', import.meta.url));

type Settings = Readonly<Record<string, string>>;

/**
 * Makes a token of a running service by `ocr-web token create`.
 *
 * @param settings what the service was started with
 */
export async function createToken(dataDirectory: string, name: string, settings: Settings = {}): Promise<{ id: string; token: string }> {
  return JSON.parse(await runTokenCommand(dataDirectory, ['create', name, '--json'], settings)) as { id: string; token: string };
}

/** Closes a token by `ocr-web token revoke`. */
export async function revokeToken(dataDirectory: string, id: string): Promise<void> {
  await runTokenCommand(dataDirectory, ['revoke', id]);
}

async function runTokenCommand(dataDirectory: string, command: readonly string[], settings: Settings = {}): Promise<string> {
  const env = { ...settings, OCR_WEB_DATA_DIR: dataDirectory };
  const { stdout } = await promisify(execFile)(process.execPath, [entry, 'token', ...command], { env, timeout: 60_000 });
  return stdout;
}
