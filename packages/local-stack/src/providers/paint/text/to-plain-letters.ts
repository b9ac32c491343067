const cyrillic: Record<string, string> = {
  А: 'A',
  Б: 'B',
  В: 'V',
  Г: 'G',
  Ґ: 'G',
  Д: 'D',
  Е: 'E',
  Є: 'YE',
  Ж: 'ZH',
  З: 'Z',
  И: 'I',
  І: 'I',
  Й: 'Y',
  К: 'K',
  Л: 'L',
  М: 'M',
  Н: 'N',
  О: 'O',
  П: 'P',
  Р: 'R',
  С: 'S',
  Т: 'T',
  У: 'U',
  Ф: 'F',
  Х: 'KH',
  Ц: 'TS',
  Ч: 'CH',
  Ш: 'SH',
  Щ: 'SHCH',
  Ъ: '',
  Ы: 'Y',
  Ь: '',
  Э: 'E',
  Ю: 'YU',
  Я: 'YA',
};
const signs: Record<string, string> = {
  '\u2013': '-',
  '\u2014': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '«': '"',
  '»': '"',
  '\\': '/',
  '|': '/',
  '{': '(',
  '}': ')',
  '<': '(',
  '>': ')',
  Æ: 'AE',
  Ø: 'O',
  Œ: 'OE',
  Ł: 'L',
  Đ: 'D',
};

/** Capital letters without accents, Cyrillic in Latin letters, white space as one blank; the rest stays. */
export function toPlainLetters(text: string): string {
  const capitals = text.normalize('NFC').toUpperCase().replace(/\s+/g, ' ').trim();
  return Array.from(capitals, (sign) => known(sign) ?? withoutAccents(sign)).join('');
}

const known = (sign: string) => cyrillic[sign] ?? signs[sign];

function withoutAccents(sign: string): string {
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '');
  return known(bare) ?? bare;
}
