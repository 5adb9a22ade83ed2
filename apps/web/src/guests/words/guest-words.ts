import { type LanguageName, languageNames } from '@ocr-web/registers';
import { computed, signal } from '@preact/signals';
import { language } from '../../i18n/language.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { it } from './it.ts';
import { pt } from './pt.ts';
import type { GuestWords } from './word-table.ts';

const tables: Readonly<Record<LanguageName, GuestWords>> = { en, es, it, pt };

/** The names of the languages, each in itself. */
export const languageLabels: Readonly<Record<LanguageName, string>> = { en: 'English', es: 'Español', it: 'Italiano', pt: 'Português' };

const chosen = signal<LanguageName | null>(null);

/**
 * The language of these screens: what was chosen here, else the first of the browser's that they
 * speak, where the page itself speaks it or has no table for it.
 */
export const screenLanguage = computed<LanguageName>(() => chosen.value ?? foreign() ?? language.value);

export const words = computed<GuestWords>(() => tables[screenLanguage.value]);

export function speakHere(name: LanguageName): void {
  chosen.value = name;
}

/**
 * Italian or Portuguese, where that is what the person prefers: the rest of the page lacks them.
 */
function foreign(): LanguageName | undefined {
  const [preferred = ''] = navigator.languages.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  return preferred === 'it' || preferred === 'pt' ? languageNames.find((name) => name === preferred) : undefined;
}
