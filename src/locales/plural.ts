/** A text in the plural categories of a language (Unicode CLDR). `#` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {readonly other: string};

/** Writes a count in the form that its number takes. */
export type Plural = (count: number, forms: PluralForms) => string;

/**
 * Returns what writes counts in a language, grouped as in its region. Digits are Western everywhere: those of coin amounts
 * are, and two kinds of digits on one screen are misread.
 */
export function pluralIn(language: string): Plural {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, {numberingSystem: 'latn'});
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
