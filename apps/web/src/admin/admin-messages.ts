import { computed } from '@preact/signals';
import { language } from '../i18n/language.ts';
import { type AdminMessages, en } from './messages/en.ts';
import { es } from './messages/es.ts';

/** What the page for operators says. */
export const adminMessages = computed<AdminMessages>(() => ({ en, es })[language.value]);
