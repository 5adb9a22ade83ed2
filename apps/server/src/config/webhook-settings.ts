import { setting } from './setting.ts';
import { parseBoolean, parseInteger } from './value-parsers.ts';

/** The settings of webhooks, a part of the table in settings.ts. */
export const webhookSettings = {
  webhookLimit: setting({
    env: 'OCR_WEB_WEBHOOKS_PER_TOKEN',
    doc: 'Most webhooks of one token. `0` allows none.',
    fallback: '10',
    parse: parseInteger(0, 1000),
  }),
  webhookAllowPrivate: setting({
    env: 'OCR_WEB_WEBHOOK_ALLOW_PRIVATE',
    doc: 'Allow webhooks to reach private networks and this machine, also over http. For receivers on an intranet, and only if every holder of a token may reach them. Link-local addresses stay refused.',
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
    doc: 'Delay between the first and the second attempt to deliver an event, in milliseconds. Each later delay is three times as long, at most three hours.',
    fallback: '5000',
    parse: parseInteger(10, 3_600_000),
  }),
  webhookRetrySeconds: setting({
    env: 'OCR_WEB_WEBHOOK_RETRY_SECONDS',
    doc: 'How long a delivery is retried, in seconds. After that it becomes a dead letter, which can be sent again on request.',
    fallback: '86400',
    parse: parseInteger(1, 604_800),
  }),
} as const;
