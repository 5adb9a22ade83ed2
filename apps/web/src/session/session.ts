import { type Client, createClient, isOcrWebError } from '@ocr-web/api/client';
import { computed, signal } from '@preact/signals';

const key = 'ocr-web.token';

/** The service behind the page, wherever a proxy has put both. */
const baseUrl = new URL('.', location.href).href;

const token = signal<string | null>(readKept());

/** The service as the person who signed in may use it; null before. */
export const client = computed<Client | null>(() => (token.value === null ? null : createClient({ baseUrl, token: token.value })));

export type SignInFailure = 'wrong' | 'malformed' | { readonly unreachable: string };

/**
 * Tries a token and keeps it in memory, and for as long as the tab lives where that is wished. It
 * is written nowhere else.
 *
 * @returns undefined when it is accepted
 */
export async function signIn(text: string, keep: boolean): Promise<SignInFailure | undefined> {
  const tried = text.trim();
  if (!/^[\x21-\x7e]+$/.test(tried)) return 'malformed';
  try {
    await createClient({ baseUrl, token: tried, maxRetries: 1 }).scans.listPage({ limit: 1 });
  } catch (error) {
    if (!isOcrWebError(error)) throw error;
    // 403: the service knows it, and it may do something else.
    if (error.status !== 403) return error.status === 401 ? 'wrong' : { unreachable: error.message };
  }
  token.value = tried;
  if (keep) sessionStorage.setItem(key, tried);
  return undefined;
}

export function signOut(): void {
  token.value = null;
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Where nothing can be stored, nothing is.
  }
}

function readKept(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
