type Manifest = { version?: string; dependencies?: Record<string, string> };

/** The text of a package.json with another version, its own and that of the workspaces it needs. */
export function nextManifest(text: string, version: string): string {
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.version !== undefined) manifest.version = version;
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (name.startsWith('@ocr-web/')) manifest.dependencies![name] = version;
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * The changelog with what is unreleased under a version and its day (UTC).
 *
 * @throws Error where nothing is unreleased: such a version would tell nobody what it is for
 */
export function nextChangelog(text: string, version: string, today: Date): string {
  const heading = '## Unreleased\n';
  const [before, after] = text.split(heading);
  if (before === undefined || after === undefined || !/^\s*(?:###|-)/.test(after))
    throw new Error('CHANGELOG.md says nothing under "Unreleased".');
  return `${before}${heading}\n## ${version} (${today.toISOString().slice(0, 10)})\n${after}`;
}
