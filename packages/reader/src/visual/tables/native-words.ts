/**
 * What documents print in another script beside the Latin words: the recogniser reads these letters
 * as the Latin ones that look like them, so what stands there is known from the zone. They are the
 * States' own names for themselves; whether each prints just this is not held against specimens.
 */
export const nativeNationality: Readonly<Record<string, { readonly native: string; readonly latin: string }>> = Object.freeze({
  BGR: { native: 'БЪЛГАРИЯ', latin: 'BULGARIA' },
  BLR: { native: 'РЭСПУБЛІКА БЕЛАРУСЬ', latin: 'REPUBLIC OF BELARUS' },
  CYP: { native: 'ΚΥΠΡΙΑΚΗ', latin: 'CYPRIOT' },
  GRC: { native: 'ΕΛΛΗΝΙΚΗ', latin: 'HELLENIC' },
  IND: { native: 'भारतीय', latin: 'INDIAN' },
  KAZ: { native: 'ҚАЗАҚСТАН', latin: 'KAZAKHSTAN' },
  RUS: { native: 'РОССИЙСКАЯ ФЕДЕРАЦИЯ', latin: 'RUSSIAN FEDERATION' },
  UKR: { native: 'УКРАЇНА', latin: 'UKRAINE' },
});

/** How the sex is printed in the state's script before the Latin letter. */
export const nativeSex: Readonly<Record<string, { readonly M: string; readonly F: string }>> = Object.freeze({
  BGR: { M: 'М', F: 'Ж' },
  BLR: { M: 'М', F: 'Ж' },
  KAZ: { M: 'Е', F: 'Ә' },
  RUS: { M: 'М', F: 'Ж' },
  UKR: { M: 'Ч', F: 'Ж' },
});
