import { messages } from '../../i18n/language.ts';
import { announce } from '../../shell/announce.ts';

/** Copies text and says so. */
export async function copyText(text: string, what: string): Promise<void> {
  const { copy } = messages.value;
  try {
    await navigator.clipboard.writeText(text);
    announce(copy.done(what));
  } catch {
    // Outside a secure context there is no clipboard.
    announce(copy.failed);
  }
}

/** Hands a text to the browser's downloads. */
export function downloadText(text: string, name: string, mediaType: string): void {
  downloadBytes(new TextEncoder().encode(text), name, mediaType);
}

/** Hands bytes to the browser's downloads. */
export function downloadBytes(bytes: Uint8Array, name: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
