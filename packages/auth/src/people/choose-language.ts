import { type Language, languages } from '@act/tenant-config';

export interface LanguageWishes {
  /** Of the person: chosen in this browser, or kept with the account. */
  person: readonly (string | null | undefined)[];
  /** Of the brand; null where it has said nothing. */
  brand: string | null | undefined;
  /** The browser's `Accept-Language`. */
  browser: string | null | undefined;
}

/** The language by person, then by brand, then by browser. */
export function chooseLanguage({ person, brand, browser }: LanguageWishes): Language {
  for (const wish of [...person, brand]) if (isLanguage(wish)) return wish;
  return byBrowser(browser ?? '') ?? 'en';
}

function byBrowser(header: string): Language | null {
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return {
        language: tag.toLowerCase().split('-')[0],
        weight: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wishes.map(({ language }) => language).find(isLanguage) ?? null;
}

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);
