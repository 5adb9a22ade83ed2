import { setting } from './setting.ts';
import { parseBoolean, parseInteger } from './value-parsers.ts';

/** The settings of webhooks, a part of the table in settings.ts. */
export const webhookSettings = {
  webhookLimit: setting({
    env: 'OCR_WEB_WEBHOOKS_PER_TOKEN',
    doc: 'How many webhooks each token may have. `0` allows none.',
    fallback: '10',
    parse: parseInteger(0, 1000),
  }),
  webhookAllowPrivate: setting({
    env: 'OCR_WEB_WEBHOOK_ALLOW_PRIVATE',
    doc: 'Let webhooks reach private networks and this machine, and by http: for receivers on an intranet, and only where every holder of a token may reach them. Link-local addresses stay refused.',
    fallback: 'false',
    parse: parseBoolean,
  }),
  webhookTimeoutSeconds: setting({
    env: 'OCR_WEB_WEBHOOK_TIMEOUT_SECONDS',
    doc: 'Longest time for one attempt to deliver an event.',
    fallback: '15',
    parse: parseInteger(1, 120),
  }),
  webhookFirstRetryMs: setting({
    env: 'OCR_WEB_WEBHOOK_FIRST_RETRY_MS',
    doc: 'Time between the first attempt to deliver an event and the second, in milliseconds. Each later one is three times as long, at most three hours.',
    fallback: '5000',
    parse: parseInteger(10, 3_600_000),
  }),
  webhookRetrySeconds: setting({
    env: 'OCR_WEB_WEBHOOK_RETRY_SECONDS',
    doc: 'How long it is tried to deliver an event. After that it is a dead letter, which can be sent again by request.',
    fallback: '86400',
    parse: parseInteger(1, 604_800),
  }),
} as const;
