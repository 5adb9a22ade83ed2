import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How bad a known weakness is, in the words of npm. */
export type Severity = 'info' | 'low' | 'moderate' | 'high' | 'critical';

/** What is known of a package: the worst of its advisories, and what they say. */
export type KnownWeakness = { readonly name: string; readonly severity: Severity; readonly advisories: readonly string[] };

export type Audit =
  | { readonly kind: 'asked'; readonly weaknesses: readonly KnownWeakness[] }
  | { readonly kind: 'not answered'; readonly why: string };

type Advisory = { readonly title?: string; readonly url?: string };
type NpmAudit = {
  readonly message?: string;
  readonly error?: { readonly code?: string; readonly summary?: string };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: Severity; readonly via: readonly (string | Advisory)[] }>>;
};

/**
 * Asks the registry what is known of the packages of the lockfile, by `npm audit`.
 *
 * @param folder where package.json and package-lock.json lie
 * @param registry another registry than the one that npm is set up with
 * @returns `not answered` where the registry has no such question: mirrors often lack it
 */
export async function auditPackages(folder: string, registry?: string): Promise<Audit> {
  const options = ['audit', '--json', '--package-lock-only', ...(registry === undefined ? [] : ['--registry', registry])];
  const output = await promisify(execFile)('npm', options, { cwd: folder, maxBuffer: 64 * 2 ** 20 }).then(
    ({ stdout }) => stdout,
    // It exits with 1 when it has found something, too.
    (error: { readonly stdout?: string }) => error.stdout ?? '',
  );
  const report = parseReport(output);
  if (!report.vulnerabilities) return { kind: 'not answered', why: report.error?.summary || report.message || 'npm printed no report' };
  const weaknesses = Object.entries(report.vulnerabilities).map(([name, { severity, via }]) => ({
    name,
    severity,
    advisories: via.flatMap((cause) => (typeof cause === 'string' ? [] : [`${cause.title} (${cause.url})`])),
  }));
  return { kind: 'asked', weaknesses };
}

function parseReport(output: string): NpmAudit {
  try {
    return JSON.parse(output) as NpmAudit;
  } catch {
    return {};
  }
}
