const maxLength = 200;

/**
 * Returns a file's name as it may be shown and stored: a relative path whose parts lead nowhere but
 * down, without control characters, its last 200 characters at most. It is a label and never used
 * as a path. null for what has no name.
 */
export function cleanFileName(name: string | undefined): string | null {
  const parts = (name ?? '')
    .replaceAll(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '')
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => !/^(\.{0,2}|[a-z]:)$/i.test(part));
  const clean = Array.from(parts.join('/')).slice(-maxLength).join('');
  return clean === '' ? null : clean;
}
