import { daysBetween } from '../model/calendar.ts';
import { partyRole } from '../table/party-role.ts';
import type { FilledRegistration, Register, RegisterFile, RegisterRule, WriteOptions } from '../table/register-field.ts';
import { alloggiatiFields } from './alloggiati-fields.ts';
import { bornBeforeArrival, departureAfterArrival } from './day-rules.ts';

/** Longest stay of one line. */
const maxDays = 30;

/** Italy: the file of Alloggiati Web (art. 109 TULPS, decree of 7 January 2013). */
export const alloggiati: Register = {
  name: 'alloggiati',
  country: 'ITA',
  title: 'Alloggiati Web, tracciato record of 168 columns',
  variants: ['hotel', 'flats'],
  citations: [
    {
      kind: 'official',
      title: 'Decreto 7 gennaio 2013, allegato tecnico §1 (what is sent of whom; families and groups)',
      address: 'https://www.gazzettaufficiale.it/eli/id/2013/01/17/13A00360/sg',
    },
    {
      kind: 'secondary',
      title: 'Analisi Sistema Alloggiati Web: every column, CRLF but after the last line, 174 columns with the flat',
      address:
        'https://github.com/eliazv/immerso-nella-pineta/blob/6a1f89216192860982d99d1b050384ca377c5bbc/docs/alloggiati-web-analysis.md',
    },
    {
      kind: 'secondary',
      title: 'Quovai PMS, schedine-alloggiati-istat-it.md (at most 30 days: table I of the decree, Gazzetta 14 of 2013, p. 23)',
      address: 'https://github.com/quovai/pms-docs',
    },
    {
      kind: 'secondary',
      title: 'A copy of the portal’s manual (roles; arrivals of today and yesterday only)',
      address: 'https://123dok.org/document/zgw3g902-inserimento-situazione-certificati-scarica-ricevute-modifica-password-download.html',
    },
    {
      kind: 'secondary',
      title: 'Servizio Alloggiati Web: che dati inviare (one line a guest, members behind their head, same arrival)',
      address: 'https://www.direzionehotel.it/servizio-alloggiati-web-che-dati-inviare-alla-questura/',
    },
  ],
  unseen: 'which column a value stands in, and the codes of roles',
  fields: alloggiatiFields,
  rules: [departureAfterArrival('Giorni di permanenza'), bornBeforeArrival('Data nascita'), atMostThirtyDays, headsFirst],
  write: writeAlloggiati,
};

function atMostThirtyDays(_: Parameters<RegisterRule>[0], { stay }: Parameters<RegisterRule>[1]): ReturnType<RegisterRule> {
  const days = daysBetween(stay('arrival_date')?.value, stay('departure_date')?.value);
  if (days === undefined || days <= maxDays) return [];
  const about = { of: 'stay' as const, guest: undefined, field: 'departure_date', registerField: 'Giorni di permanenza' };
  return [{ code: 'too_many_days', ...about, value: String(days), expected: String(maxDays) }];
}

/** A member stands behind the head of its family or group. */
function headsFirst(guests: Parameters<RegisterRule>[0]): ReturnType<RegisterRule> {
  let head = '';
  return guests.flatMap((context) => {
    const role = partyRole(context)?.value ?? '';
    if (!role.endsWith('_member')) head = role;
    else if (role.replace('_member', '') !== head.replace('head_of_', '')) {
      return [
        {
          code: 'no_head' as const,
          of: 'guest' as const,
          guest: context.index,
          field: 'party_role',
          registerField: 'Tipo alloggiato',
          value: role,
        },
      ];
    }
    return [];
  });
}

/** One line a guest in columns, CRLF between lines and none after the last; only ASCII. */
function writeAlloggiati({ property, stay, guests }: FilledRegistration, { variant }: WriteOptions): RegisterFile {
  const columns = alloggiatiFields.filter(({ width, of }) => width !== undefined && (variant === 'flats' || of !== 'property'));
  const lines = guests.map((guest) => {
    const values = { ...property, ...stay, ...guest };
    return columns.map(({ name, width = 0 }) => (values[name] ?? '').padEnd(width)).join('');
  });
  return { name: 'alloggiati.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(lines.join('\r\n')) };
}
