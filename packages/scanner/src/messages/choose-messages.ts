import { english } from './english.ts';
import type { Messages } from './messages.ts';
import { spanish } from './spanish.ts';

const languages: Readonly<Record<string, Messages>> = { en: english, es: spanish };

/** What a page says in its own words; the rest stays as it is. */
export type MessageOverrides = { readonly [Part in keyof Messages]?: Messages[Part] extends string ? string : Partial<Messages[Part]> };

/**
 * The messages of a language, English where it is not known.
 *
 * @param language BCP 47, such as `es-MX`
 */
export function chooseMessages(language: string, overrides: MessageOverrides = {}): Messages {
  const base = languages[language.toLowerCase().split('-')[0] ?? ''] ?? english;
  return {
    ...base,
    ...overrides,
    orders: { ...base.orders, ...overrides.orders },
    errors: { ...base.errors, ...overrides.errors },
    buttons: { ...base.buttons, ...overrides.buttons },
  };
}
