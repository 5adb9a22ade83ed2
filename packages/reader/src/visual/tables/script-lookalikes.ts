/**
 * What the recogniser, which knows Latin letters only, sees where a letter of another script is
 * printed: single letters or two in a row, parted by blanks.
 */
const seen: Readonly<Record<string, string>> = Object.freeze({
  // Greek.
  Α: 'A Á Â Ä', Β: 'B', Γ: 'T F L r I', Δ: 'A Á Â Ä J', Ε: 'E', Ζ: 'Z', Η: 'H', Θ: 'O 0 Ø Ö Q G e', Ι: 'I l 1 Í Ï', Κ: 'K', Λ: 'A Á Â', Μ: 'M',
  Ν: 'N', Ξ: 'E Z S', Ο: 'O 0', Π: 'TI II N T H Ŋ n', Ρ: 'P', Σ: 'E Z S 2 I L', Τ: 'T', Υ: 'Y V', Φ: 'O Q D', Χ: 'X', Ψ: 'Y W V', Ω: 'O Q N Ö',
  // Cyrillic.
  А: 'A', Б: 'B 6 E 5 Ő S', В: 'B', Г: 'T F r I L', Ґ: 'T F r I', Д: 'A D 4 Ä', Е: 'E', Є: 'E C G', Ё: 'Ë E', Ж: 'XK X K M', З: '3 S 8 B Z', И: 'M N H U W',
  І: 'I l 1', Ї: 'Ï I Î i', Й: 'M N Ñ H U Ň', К: 'K', Л: 'N J A TI n M', М: 'M', Н: 'H', О: 'O 0', П: 'N TI II n M H', Р: 'P', С: 'C', Т: 'T', У: 'Y V', Ў: 'Y V Ÿ Ý',
  Ф: 'O D Q', Х: 'X', Ц: 'U LI L Ų', Ч: 'H Y 4 U', Ш: 'W LU M III', Щ: 'W LU Ų M', Ъ: 'b B 6', Ы: 'bI BI M', Ь: 'b B 6', Э: '3 9 O S Э', Ю: 'IO KO HO O', Я: 'R A',
  Ђ: 'Ħ B T h', Ј: 'J', Љ: 'JB B Jb', Њ: 'HB H Hb', Ћ: 'Ħ T h', Џ: 'U', Ѓ: 'Ŕ T', Ќ: 'K', Ѕ: 'S',
}); // prettier-ignore

/** The ways in which a letter may be seen, each of one Latin letter or two; none for others. */
export function lookalikesOf(letter: string): readonly string[] {
  return seen[letter]?.split(' ') ?? [];
}
