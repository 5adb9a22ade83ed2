/**
 * A test in code, `path::title`; or a program, `scripts/name.ts` or `scripts/folder/verb-noun.ts`.
 */
const proof = /`(?:([\w./-]+\.test\.ts)::([^`]+)|(scripts\/(?:[\w-]+\/(?:build|check|draw|fuzz|generate|measure)-)?[\w-]+\.ts))`/g;

/** What runs programs in CI. */
const ranBy = ['.ci/run', 'package.json'];

/**
 * Finds what a document names as a proof and what is not there: a file, a test with that title, or
 * a program that CI does not run.
 *
 * @param read returns the text of a file by its path in the repository, or throws
 */
export function findMissingProofs(document: string, read: (path: string) => string): string[] {
  const unfolded = document.replace(/\s*\n\s*/g, ' ');
  return [...unfolded.matchAll(proof)].flatMap(([, path = '', title = '', program]) => {
    if (program !== undefined) return ranBy.some((place) => isIn(program, place, read)) ? [] : [program];
    return isIn(title, path, (name) => titlesIn(read(name))) ? [] : [`${path}::${title}`];
  });
}

function isIn(text: string, path: string, read: (path: string) => string): boolean {
  try {
    return read(path).includes(text);
  } catch {
    return false;
  }
}

/** What stands in quotes in a file, as it reads. */
function titlesIn(source: string): string {
  return source.replace(/\\'/g, "'");
}

/**
 * The threats of a document, rows that begin with `T` and a number, whose proofs it does not list.
 */
export function findUnprovenThreats(document: string): string[] {
  const threats = [...document.matchAll(/^\| (T\d+) /gm)].map(([, name = '']) => name);
  return threats.filter((name) => !new RegExp(`^- \\*\\*${name}\\*\\*[^*]*\`[^\`]+(::|\\.ts\`)`, 'm').test(document));
}
