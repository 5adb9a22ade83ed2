const digits = '0123456789';
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accentedCapitals = 'ÀÁÂÃÄÅĀĂĄÆÇĆČĊĎĐÈÉÊËĒĖĘĚĞĢĠĦÌÍÎÏĪĮİĶŁĹĽĻÑŃŇŅÒÓÔÕÖŌŐØŒŔŘŚŠŞŤŢÙÚÛÜŪŮŰŲÝŸŹŻŽÞƏ';
const accentedSmall = 'àáâãäåāăąæçćčċďđèéêëēėęěğģġħìíîïīįıķłĺľļñńňņòóôõöōőøœŕřśšşťţùúûüūůűųýÿźżžþəðß';
const punctuation = ' .,:;-\'/()&*+#"<>°ºª@';

/**
 * What the text recogniser's classes from 1 on stand for. Class 0 is the blank of connectionist
 * temporal classification (CTC).
 */
export const textAlphabet: string = digits + capitals + capitals.toLowerCase() + accentedCapitals + accentedSmall + punctuation;

/** Classes of the text recogniser, the blank included. */
export const textClassCount: number = textAlphabet.length + 1;

/** Signs that look the same in print share a class. */
const twins: Readonly<Record<string, string>> = { Ș: 'Ş', ș: 'ş', Ț: 'Ţ', ț: 'ţ', Ð: 'Đ', '’': "'", '–': '-', '—': '-', ẞ: 'ß' };

const classes: ReadonlyMap<string, number> = new Map([...textAlphabet].map((character, index) => [character, index + 1]));

/** The class of a character; undefined for one that the recogniser does not know. */
export function classOf(character: string): number | undefined {
  return classes.get(character) ?? classes.get(twins[character] ?? '');
}

/** What a class stands for; nothing for the blank. */
export function characterOf(index: number): string {
  return index === 0 ? '' : textAlphabet[index - 1]!;
}
