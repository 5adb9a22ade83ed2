/**
 * Characters of Windows-1250 from 0x80 on (Unicode, mapping table CP1250); a blank where a byte
 * stands for none.
 */
const upperHalf =
  '€ ‚ „…†‡ ‰Š‹ŚŤŽŹ ‘’“”•–— ™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙';

/** Characters of Windows-1250 that may stand in a field: no control characters, no separator. */
export const windows1250Letter = /[ -{}~ŠŚŤŽŹšśťžźŁĄŞŻłąşĽľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőöřůúűüýţ]/;

/** Byte of a character; undefined where the code page has none. */
function windows1250Byte(character: string): number | undefined {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code;
  const index = upperHalf.indexOf(character);
  return index < 0 ? undefined : 0x80 + index;
}

/**
 * Text in Windows-1250, the code page of Czech files.
 * @throws RangeError for a character that it has not: the caller has replaced those
 */
export function encodeWindows1250(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const byte = windows1250Byte(character);
    if (byte === undefined) throw new RangeError(`Windows-1250 has no character U+${character.codePointAt(0)?.toString(16)}`);
    return byte;
  });
}
