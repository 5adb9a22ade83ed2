import type { Property } from '@ocr-web/registers';

/** What a lodging types once: values by name, and codes that it looked up in a portal. */
export type KeptProperty = {
  readonly values: Readonly<Record<string, string>>;
  readonly itStateCodes: Readonly<Record<string, string>>;
  readonly hrDocumentTypes: Readonly<Record<string, string>>;
};

const key = 'ocr-web.lodging';
const nothing: KeptProperty = { values: {}, itStateCodes: {}, hrDocumentTypes: {} };

/**
 * The lodging as it was typed in this browser; nothing where nothing was, or nothing can be kept.
 */
export function readKeptProperty(): KeptProperty {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return { ...nothing, ...(kept as Partial<KeptProperty>) };
  } catch {
    return nothing;
  }
}

/** Keeps the lodging, which is no guest's data, for the next night. */
export function keepProperty(property: KeptProperty): void {
  try {
    localStorage.setItem(key, JSON.stringify(property));
  } catch {
    // A browser that stores nothing asks again.
  }
}

/** The same as registers take it. */
export function asProperty({ values, itStateCodes, hrDocumentTypes }: KeptProperty): Property {
  return { values, itStateCodes, hrDocumentTypes };
}
