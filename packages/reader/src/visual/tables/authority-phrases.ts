/** What offices of many states call themselves, in the languages of international documents. */
const english: readonly string[] = [
  'MINISTRY OF FOREIGN AFFAIRS',
  'MINISTRY OF INTERIOR',
  'MINISTRY OF THE INTERIOR',
  'MINISTRY OF INTERNAL AFFAIRS',
  'MINISTRY OF HOME AFFAIRS',
  'DEPARTMENT OF IMMIGRATION',
  'DEPARTMENT OF HOME AFFAIRS',
  'IMMIGRATION DEPARTMENT',
  'REGISTRAR GENERAL',
  'PASSPORT OFFICE',
  'DIRECTORATE',
  'EMBASSY OF',
  'CONSULATE GENERAL',
];
const french: readonly string[] = ['MINISTÈRE DES AFFAIRES ÉTRANGÈRES', 'MINISTÈRE DE L’INTÉRIEUR', 'DIRECTION GÉNÉRALE', 'PRÉFECTURE'];
const spanish: readonly string[] = [
  'MINISTERIO DEL INTERIOR',
  'MINISTERIO DE RELACIONES EXTERIORES',
  'REGISTRO CIVIL',
  'DIRECCIÓN GENERAL',
];
const portuguese: readonly string[] = ['MINISTÉRIO DO INTERIOR', 'SERVIÇO DE MIGRAÇÃO', 'DIRECÇÃO NACIONAL'];

/** The phrases of a language; of one that is not here none. */
export const authorityPhrases: Readonly<Record<string, readonly string[]>> = Object.freeze({ english, french, spanish, portuguese });
