/**
 * How letters of other scripts are spelt in zones, parted by blanks: each letter, a colon, its
 * spellings parted by `|`. A letter without a spelling is left out.
 */
const greek =
  // ELOT 743, as in Greek passports; Η and Χ as older ones spell them, too.
  'Α:A Β:V Γ:G|N Δ:D Ε:E Ζ:Z Η:I|E Θ:TH Ι:I Κ:K Λ:L Μ:M Ν:N Ξ:X Ο:O Π:P Ρ:R Σ:S Τ:T Υ:Y|V|F|U Φ:F Χ:CH|H Ψ:PS Ω:O ΜΠ:B ΝΤ:D';
const cyrillic = 'А:A Б:B В:V Д:D Е:E З:Z К:K Л:L М:M Н:N О:O П:P Р:R С:S Т:T У:U Ф:F Ж:ZH Ч:CH Ш:SH';
/** Resolution of the Cabinet of Ministers of Ukraine No 55 of 2010. */
const ukrainian = `${cyrillic} Г:H Ґ:G И:Y І:I Ї:I|YI Й:I|Y Є:IE|YE Х:KH Ц:TS Щ:SHCH Ю:IU|YU Я:IA|YA Ь:`;
/** ICAO Doc 9303-3, 6, table B. */
const russian = `${cyrillic} Г:G Ё:E|IO И:I Й:I|Y Х:KH Ц:TS|TC Щ:SHCH Ъ:IE| Ы:Y Ь: Э:E Ю:IU|YU Я:IA|YA`;
/** Ministry of Internal Affairs of Belarus, instruction of 2008; names are spelt by it as well. */
const belarusian = `${cyrillic} Г:H Ё:IO|YO І:I Й:I|Y Ў:U Х:KH Ц:TS Ы:Y Ь: Э:E Ю:IU|YU Я:IA|YA`;
/** Transliteration Act of Bulgaria of 2009. */
const bulgarian = `${cyrillic} Г:G И:I Й:Y Х:H Ц:TS Щ:SHT Ъ:A Ь:Y Ю:YU Я:YA|IA`;
/** Serbian and Macedonian write each sound with a letter of either script. */
const southern = 'А:A Б:B В:V Г:G Д:D Е:E Ж:Z|ZH З:Z И:I Ј:J К:K Л:L М:M Н:N О:O П:P Р:R С:S Т:T У:U Ф:F Х:H Ц:C Ч:C|CH Ш:S|SH';
const serbian = `${southern} Ђ:D|DJ Љ:LJ Њ:NJ Ћ:C Џ:DZ`;
const macedonian = `${southern} Ѓ:GJ|G Ѕ:DZ Љ:LJ Њ:NJ Ќ:KJ|K Џ:DJ|DZ`;

/** Letters of a State's own script with what its zones spell them by; by the State's code. */
const scripts: Readonly<Record<string, string>> = Object.freeze({
  GRC: greek,
  CYP: greek,
  UKR: ukrainian,
  RUS: russian,
  BLR: belarusian,
  BGR: bulgarian,
  SRB: serbian,
  MNE: serbian,
  MKD: macedonian,
});

/**
 * A letter or two of another script, and how a zone spells them; nothing where it leaves them out.
 */
export type Transliteration = { readonly native: string; readonly spelling: string };

/** All transliterations that a State's documents have; none where it prints Latin script alone. */
export function transliterationsOf(issuer: string | undefined): Transliteration[] {
  return (scripts[issuer ?? ''] ?? '')
    .split(' ')
    .filter((one) => one !== '')
    .flatMap((one) => {
      const [native = '', spellings = ''] = one.split(':');
      return spellings.split('|').map((spelling) => ({ native, spelling }));
    });
}
