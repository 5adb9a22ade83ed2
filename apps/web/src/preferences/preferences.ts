import { effect, signal } from '@preact/signals';
import { type Language, languages, matchLanguage, speak } from '../i18n/language.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

type Preferences = { readonly theme: Theme; readonly language: Language | null };

const key = 'ocr-web.preferences';

/** How a person wants the page to look and speak: all that is kept beyond the tab. */
export const preferences = signal<Preferences>(readPreferences());

/** Applies the preferences now and whenever they change. Resolves when the page can be shown. */
export async function applyPreferences(): Promise<void> {
  effect(() => {
    const { theme } = preferences.value;
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  });
  await speak(preferences.value.language ?? matchLanguage(navigator.languages));
}

export function chooseTheme(theme: Theme): void {
  keep({ ...preferences.value, theme });
}

export async function chooseLanguage(language: Language): Promise<void> {
  keep({ ...preferences.value, language });
  await speak(language);
}

function keep(chosen: Preferences): void {
  preferences.value = chosen;
  try {
    localStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // A browser that stores nothing shows the page as it is chosen now.
  }
}

/** Whatever is stored was written by somebody: only known values are taken. */
function readPreferences(): Preferences {
  try {
    const { theme, language } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>;
    return {
      theme: theme !== undefined && themes.includes(theme) ? theme : 'auto',
      language: language != null && language in languages ? language : null,
    };
  } catch {
    return { theme: 'auto', language: null };
  }
}
