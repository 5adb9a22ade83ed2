import { isAbsent } from './element-fields.ts';
import type { AamvaElements } from './read-subfiles.ts';

/**
 * Surname and given names. Of 2020: family name DCS, first name DAC, middle names DAD. Of 2003 and
 * 2005: all given names in DCT, parted by commas. Of 2000: DAB, DAC and DAD, or all in DAA, `last,
 * first,middle`.
 */
export function readNames(elements: AamvaElements): { readonly surname?: string; readonly given_names?: string } {
  const [last, ...rest] = parts(elements.get('DAA'));
  const surname = said(elements.get('DCS')) ?? said(elements.get('DAB')) ?? said(last);
  const given = [...parts(elements.get('DAC') ?? elements.get('DCT')), ...parts(elements.get('DAD'))];
  const names = (given.length > 0 ? given : rest).join(' ');
  return { ...(surname !== undefined && { surname }), ...(names !== '' && { given_names: names }) };
}

function said(value: string | undefined): string | undefined {
  return value === undefined || value === '' || isAbsent(value) ? undefined : value;
}

function parts(value: string | undefined): string[] {
  return (value ?? '')
    .split(/[,$@]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isAbsent(part));
}
