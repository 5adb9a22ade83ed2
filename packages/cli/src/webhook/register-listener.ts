import { type Client, isOcrWebError } from '@ocr-web/api/client';
import { SetupError } from '../cli-error.ts';

export type Registration = { readonly id: string; readonly secret: string; readonly remove: () => Promise<void> };

/** Makes a webhook for the listener at a service. @throws SetupError when the service refuses */
export async function registerListener({ webhooks }: Client, url: string, signal: AbortSignal): Promise<Registration> {
  try {
    const { id, secret } = await webhooks.create({ url, description: 'ocr-web webhook listen' }, { signal });
    return { id, secret, remove: () => webhooks.delete(id) };
  } catch (error) {
    if (!isOcrWebError(error)) throw error;
    const advice =
      error.code === 'field.invalid'
        ? ' A service sends to this machine only if it was started with OCR_WEB_WEBHOOK_ALLOW_PRIVATE=true; with --url you can name a public address that leads here.'
        : '';
    throw new SetupError(`The service did not create a webhook for ${url} (${error.code}): ${error.message}${advice}`, { cause: error });
  }
}
