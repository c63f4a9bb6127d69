/** Codes by their first letter, which is followed by the second letters: half the bytes of the plain list. */
const BY_FIRST_LETTER =
  'ADEFGILMORSTUWXZ BABDEFGHIJLMNOQRSTWYZ CADFGHIKLMNORUVWYZ DEJKMOZ ECEGRST FIJKMOR GABDEFGHILMNPQRTUWY HKNRTU IDELMNQRST JEMOP KEGHIMNRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEGILOPRZ OM PAEFGHKLMRSTWY QA REOSUW SABCDEGIKLMNORSTVXYZ TCDGHJLMNORTVWZ UAGSYZ VACEGINU WFS XK YET ZAMW';

/** ISO 3166-1 alpha-2 codes of the countries a catalogue may exist for. Only a listing tells whether one has anything on sale. */
export const COUNTRIES: readonly string[] = BY_FIRST_LETTER.split(' ').flatMap(([first = '', ...seconds]) =>
  seconds.map(second => first + second),
);
