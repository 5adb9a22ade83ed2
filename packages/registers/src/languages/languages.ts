import { en } from './en.ts';
import { es } from './es.ts';
import { it } from './it.ts';
import type { LanguageName, Words } from './language.ts';
import { pt } from './pt.ts';

/** The words of every language. */
export const languages: Readonly<Record<LanguageName, Words>> = { en, es, it, pt };
