import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goTool } from './go-tools.ts';
import { requireKnownSettings } from './known-settings.ts';

/** What nobody but the operator may choose. */
const secrets = ['POSTGRES_PASSWORD', 'OCR_WEB_MASTER_KEY', 'OCR_WEB_S3_ACCESS_KEY_ID', 'OCR_WEB_S3_SECRET_ACCESS_KEY', 'GRAFANA_PASSWORD'];

type Mount = { readonly type: string; readonly source?: string };
type Service = { readonly environment?: Readonly<Record<string, unknown>>; readonly volumes?: readonly Mount[] };
type Model = { readonly services: Readonly<Record<string, Service>> };

/**
 * Loads the compose file as Docker does (the same library), and checks that it asks for every
 * secret, mounts files that exist, and sets what the service knows.
 *
 * @throws Error with what is wrong
 */
export function checkCompose(root: string): string[] {
  const path = join(root, 'compose.yaml');
  const { services } = load(interpolate(readFileSync(path, 'utf8')));
  const asked = spawnSync(goTool('compose-go'), [path], { encoding: 'utf8' }).stderr;
  const given = secrets.filter((name) => !asked.includes(`required variable ${name} is missing`));
  if (given.length > 0) throw new Error(`compose.yaml does not ask for ${given.join(', ')}`);
  const mounts = Object.values(services).flatMap(({ volumes = [] }) => volumes.filter(({ type }) => type === 'bind'));
  const missing = mounts.filter(({ source = '' }) => !existsSync(join(root, source)));
  if (missing.length > 0) throw new Error(`compose.yaml mounts what is not there: ${missing.map(({ source }) => source).join(', ')}`);
  const settings = Object.values(services).flatMap(({ environment = {} }) => Object.keys(environment));
  requireKnownSettings(root, 'compose.yaml', settings);
  return [`compose.yaml: ${Object.keys(services).sort().join(', ')}; asks for ${secrets.join(', ')}`];
}

/**
 * Values as an operator might set them: of each variable its default, or one that is like a secret.
 */
function interpolate(text: string): string {
  return text.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_all, name, kind, rest) => {
    if (kind === '-') return rest;
    return name.endsWith('ENDPOINT') ? 'http://ocr.example.org:9000' : '0123456789abcdef';
  });
}

function load(text: string): Model {
  const directory = mkdtempSync(join(tmpdir(), 'ocr-web-compose-'));
  try {
    const file = join(directory, 'compose.yaml');
    writeFileSync(file, text);
    const { status, stdout, stderr } = spawnSync(goTool('compose-go'), ['-no-path-resolution', '-format', 'json', file], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`compose.yaml: ${stderr}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
