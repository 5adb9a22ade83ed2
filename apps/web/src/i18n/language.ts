import { computed, signal } from '@preact/signals';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

export const languages = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof languages;

const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: () => Promise.resolve(en),
  es: () => import('./es.ts').then(({ es }) => es),
};

const current = signal<{ readonly language: Language; readonly messages: Messages }>({ language: 'en', messages: en });

/** The language that the page speaks, and what it says in it. */
export const language = computed(() => current.value.language);
export const messages = computed(() => current.value.messages);

/** Loads a language and lets the page speak it. */
export async function speak(chosen: Language): Promise<void> {
  const table = await loaders[chosen]();
  current.value = { language: chosen, messages: table };
  document.documentElement.lang = chosen;
}

/** Returns the first of the languages that a person prefers which the page speaks. */
export function matchLanguage(preferred: readonly string[]): Language {
  const known = preferred.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '').find((tag) => tag in languages);
  return (known as Language | undefined) ?? 'en';
}
