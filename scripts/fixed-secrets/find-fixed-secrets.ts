/** What a name ends with whose value must be nobody's but the operator's. */
const secretName = String.raw`[\w-]*(?:password|passwd|secret|token|access_?key(?:_?id)?|private_?key|api_?key|secret_?key)`;

/** A value that stands there itself: no reference, no placeholder. */
const literal = String.raw`[\w+/.=-]{3,}`;

const patterns: readonly { readonly what: string; readonly pattern: RegExp; readonly only?: RegExp }[] = [
  { what: 'a default behind a variable', pattern: new RegExp(String.raw`\$\{${secretName}:?-[^}]+\}`, 'i') },
  { what: 'a quoted value', pattern: new RegExp(String.raw`\b${secretName}['"]?\s*[:=]\s*(['"])${literal}\1`, 'i') },
  { what: 'a value of the environment', pattern: /\b[A-Z][A-Z_]*(?:PASSWORD|SECRET|TOKEN|KEY)=(?!whsec_…)[\w+/.-]{3,}/ },
  {
    what: 'a value of a configuration',
    pattern: new RegExp(String.raw`^\s*-?\s*${secretName}\s*[:=]\s*${literal}\s*(?:#.*)?$`, 'im'),
    only: /\.(ya?ml|conf|service|env|bru|tpl)$|Dockerfile/,
  },
  { what: 'a password in an address', pattern: /:\/\/[^\s/:@"'`]*:(?!\$\{|password@|…)[^\s/@"'`]+@/ },
  { what: 'a secret of a webhook', pattern: /whsec_(?!\*)[A-Za-z0-9+/=]{12,}/ },
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
];

/** What says of itself that it is none; the second one in base64. The service makes neither. */
const examples = ['0123456789abcdef0123456789abcdef01234567', 'whsec_T0NSIFdlYiBleGFtcGxlLCBuZXZlciBhIHNlY3JldCE='];

/** Keys whose value is the name of a Kubernetes secret, which the operator makes. */
const namesOfSecrets = /\b(?:existingSecret|tlsSecret|secretName)\b/;

/**
 * Looks in a file that is shipped for secrets that would be the same in every installation.
 *
 * @param path tells what kind of file it is
 * @returns one sentence for each line that has one
 */
export function findFixedSecrets(path: string, text: string): string[] {
  const withoutExamples = examples.reduce((left, example) => left.replaceAll(example, '…'), text);
  return withoutExamples.split('\n').flatMap((line, index) => {
    if (namesOfSecrets.test(line)) return [];
    const found = patterns.find(({ pattern, only }) => (only === undefined || only.test(path)) && pattern.test(line));
    return found ? [`${path}:${index + 1}: ${found.what}`] : [];
  });
}
