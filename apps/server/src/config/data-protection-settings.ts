import { setting } from './setting.ts';
import { parseBoolean, parseChoice, parseInteger, parseMasterKeyTexts, parseOptionalPath } from './value-parsers.ts';

/** What is kept of identities, for how long and how. A part of the table in settings.ts. */
export const dataProtectionSettings = {
  encryption: setting({
    env: 'OCR_WEB_ENCRYPTION',
    doc: 'Seal pictures, results, references, names of files and webhook payloads with a key for each row (AES-256-GCM). `off` stores new ones as they are; what is sealed can still be read.',
    fallback: 'on',
    parse: parseChoice(['on', 'off']),
  }),
  masterKey: setting({
    env: 'OCR_WEB_MASTER_KEY',
    doc: 'Master keys, 32 bytes in base64 each, a comma between them: the first one seals, all open. `openssl rand -base64 32` makes one. All processes on one database need the same.',
    fallback: '',
    isSecret: true,
    parse: parseMasterKeyTexts,
  }),
  masterKeyFile: setting({
    env: 'OCR_WEB_MASTER_KEY_FILE',
    doc: 'File of the master keys, a line each, where `OCR_WEB_MASTER_KEY` names none. On the embedded database it is made at the first start. Back it up apart from the data: without it nothing that is stored can be read.',
    fallback: '',
    fallbackDoc: 'the data folder with `.key` at its end, beside it; with `DATABASE_URL` none',
    parse: parseOptionalPath,
  }),
  retentionHours: setting({
    env: 'OCR_WEB_RETENTION_HOURS',
    doc: 'After this time a scan is deleted: picture, result and row. From then on its id answers 404. A token can have a time of its own, and a request can ask for one with `retain`.',
    fallback: '24',
    parse: parseInteger(1, 87_600),
  }),
  maxRetentionHours: setting({
    env: 'OCR_WEB_MAX_RETENTION_HOURS',
    doc: 'Longest time that `retain` may ask for, and that a token may have.',
    fallback: '168',
    parse: parseInteger(1, 87_600),
  }),
  pictureRetentionMinutes: setting({
    env: 'OCR_WEB_PICTURE_RETENTION_MINUTES',
    doc: 'After this time from the end of its reading a picture is deleted, before its result. The addresses in answers are valid for an hour. `0` deletes it as soon as it is read. A token can have a time of its own, and a request can ask for one with `retain_picture`.',
    fallback: '60',
    parse: parseInteger(0, 5_256_000),
  }),
  protectedNumbers: setting({
    env: 'OCR_WEB_PROTECTED_NUMBERS',
    doc: 'What becomes of numbers in zones that the law of a state protects, such as the Dutch BSN ([which](redaction.md)): `mask` covers them with `*`, `omit` leaves the number out too, `keep` stores them. Pictures that are drawn are covered there.',
    fallback: 'mask',
    parse: parseChoice(['mask', 'omit', 'keep']),
  }),
  auditRetentionDays: setting({
    env: 'OCR_WEB_AUDIT_RETENTION_DAYS',
    doc: 'How long the [audit log](audit.md) keeps who did what to which scan. It has no identity values.',
    fallback: '400',
    parse: parseInteger(1, 36_500),
  }),
  strict: setting({
    env: 'OCR_WEB_STRICT',
    doc: 'Write no picture to any disk: it is read from memory and forgotten, and a result is deleted a minute after it was first fetched. A restart fails what waits. Needs the embedded database.',
    fallback: 'false',
    parse: parseBoolean,
  }),
  strictMemoryMib: setting({
    env: 'OCR_WEB_STRICT_MEMORY_MIB',
    doc: 'Most memory for pictures that wait to be read in that mode, in MiB. Beyond it uploads are answered with 429 and `Retry-After`.',
    fallback: '256',
    parse: parseInteger(1, 1_000_000),
  }),
} as const;
