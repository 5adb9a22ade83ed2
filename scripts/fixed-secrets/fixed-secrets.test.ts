import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settings } from '../../apps/server/src/config/settings.ts';
import { findFixedSecrets } from './find-fixed-secrets.ts';

const root = new URL('../../', import.meta.url);

/** What people install, and what they copy from. */
const shipped = ['compose.yaml', 'Dockerfile', 'deploy', 'docs', 'README.md', 'SECURITY.md', 'packages/*/README.md'];
/** As compose files write a variable. */
const variable = (text: string) => '$'.concat('{', text, '}');
const isText = /\.(ya?ml|json|conf|service|tpl|txt|mjs|ts|py|php|sh|md|bru)$|Dockerfile$/;

test('no file that is shipped has a secret in it', () => {
  const files = execFileSync('git', ['ls-files', ...shipped], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => isText.test(path) && !path.endsWith('.test.ts'));
  expect(files).toEqual(expect.arrayContaining(['compose.yaml', 'deploy/helm/ocr-web/values.yaml', 'deploy/systemd/ocr-web.service']));
  expect(files.flatMap((path) => findFixedSecrets(path, readFileSync(new URL(path, root), 'utf8')))).toEqual([]);
});

test('no setting that is a secret has a default', () => {
  const secrets = Object.values(settings).filter(
    ({ isSecret, env }) => isSecret || /(?<!PER_)TOKEN$|SECRET|PASSWORD|ACCESS_KEY|DATABASE_URL/.test(env),
  );
  expect(secrets.map(({ env, fallback }) => [env, fallback])).toEqual(secrets.map(({ env }) => [env, '']));
  expect(secrets.map(({ env }) => env)).toEqual(
    expect.arrayContaining(['OCR_WEB_TOKEN', 'DATABASE_URL', 'OCR_WEB_S3_SECRET_ACCESS_KEY', 'OCR_WEB_S3_ACCESS_KEY_ID']),
  );
});

test.each([
  ['compose.yaml', '  POSTGRES_PASSWORD: postgres', 'a value of a configuration'],
  ['compose.yaml', "  GF_SECURITY_ADMIN_PASSWORD: 'admin'", 'a quoted value'],
  ['compose.yaml', `  OCR_WEB_TOKEN: ${variable('OCR_WEB_TOKEN:-changeme')}`, 'a default behind a variable'],
  ['compose.yaml', '  DATABASE_URL: postgresql://ocr_web:ocr_web@postgres:5432/ocr_web', 'a password in an address'],
  ['ocr-web.service', 'Environment=OCR_WEB_TOKEN=0123456789abcdef', 'a value of the environment'],
  ['README.md', 'OCR_WEB_TOKEN=secret npx ocr-web serve', 'a value of the environment'],
  ['recipe.py', 'TOKEN = "0b5f2c"', 'a quoted value'],
  ['webhooks.md', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'a secret of a webhook'],
  ['server.key', '-----BEGIN EC PRIVATE KEY-----', 'a private key'],
])('in %s "%s" is found', (path, line, what) => {
  expect(findFixedSecrets(path, `\n${line}`)).toEqual([`${path}:2: ${what}`]);
});

test.each([
  ['compose.yaml', `  POSTGRES_PASSWORD: ${variable('POSTGRES_PASSWORD:?set it to what openssl rand -hex 24 prints')}`],
  ['compose.yaml', `  DATABASE_URL: postgresql://ocr_web:${variable('POSTGRES_PASSWORD:?set it')}@postgres:5432/ocr_web`],
  ['values.yaml', 'existingSecret: ocr-web'],
  ['README.md', 'TOKEN=$(ocr-web token create ci)'],
  ['recipe.py', 'TOKEN = os.environ["OCR_WEB_TOKEN"]'],
  ['recipe.ts', 'const client = createClient({ baseUrl: OCR_WEB_SERVER, token: OCR_WEB_TOKEN });'],
])('in %s "%s" is none', (path, line) => {
  expect(findFixedSecrets(path, line)).toEqual([]);
});
