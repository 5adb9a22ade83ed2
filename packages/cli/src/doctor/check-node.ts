import type { Finding } from './finding.ts';

const neededMajor = 22;
const neededMinor = 18;

/** The version of Node: the program itself ends at once on one that is too old, so this can fail where it is used as a library only. */
export function checkNode(version: string, platform: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const detail = `Node ${version} on ${platform}`;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return { check: 'node', status: 'ok', detail };
  return { check: 'node', status: 'failed', detail, advice: `Install Node ${neededMajor}.${neededMinor} or newer, or use npx ocr-web.` };
}
