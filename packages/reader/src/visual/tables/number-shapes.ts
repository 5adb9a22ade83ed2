/** What a person's number looks like: `L` a letter, `D` a digit, `X` either. */
export const numberShapes: readonly string[] = Object.freeze([
  // Italy, codice fiscale (decree of 23 December 1976): names, date and place of birth, check
  // letter.
  'LLLLLLDDLDDLDDDL',
  // Mexico, CURP (RENAPO): as the Italian one, with homonyms told apart by a sign and a digit.
  'LLLLDDDDDDLLLLLLXD',
]);

/** What print shows for each other where a letter, or a digit, must stand. */
const digits: Readonly<Record<string, string>> = { O: '0', D: '0', Q: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' };
const letters: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' };

const kinds: Readonly<Record<string, { readonly look: RegExp; readonly instead: Readonly<Record<string, string>> }>> = {
  D: { look: /^\d$/, instead: digits },
  L: { look: /^[A-Z]$/, instead: letters },
  X: { look: /^[A-Z\d]$/, instead: {} },
};

/** A number with the signs that its shape asks for; undefined where it has another shape. */
export function fitShape(text: string, shape: string): string | undefined {
  const plain = text.replace(/\s/g, '').toUpperCase();
  if (plain.length !== shape.length) return undefined;
  let fitted = '';
  for (const [index, character] of [...plain].entries()) {
    const kind = kinds[shape[index]!]!;
    const own = kind.instead[character] ?? character;
    if (!kind.look.test(own)) return undefined;
    fitted += own;
  }
  return fitted;
}
