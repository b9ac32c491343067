import type { Language } from '@act/tenant-config';

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const rules = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru') } satisfies Record<
  Language,
  Intl.PluralRules
>;

/** `{n}` stands for the number, as the language writes it. */
export function countWords(language: Language, count: number, forms: Forms): string {
  const form = forms[rules[language].select(count)] ?? forms.other;
  return form.replace('{n}', new Intl.NumberFormat(language).format(count));
}

export const toDollars = (language: Language, amount: number): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' }).format(amount);
