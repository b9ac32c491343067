/** What to add to the readable part of a name. */
export interface SafeFileNameOptions {
  /** Makes the name unlike any other: `logo-1f0c….jpg`. Default none. */
  id?: string;
  /** Without the dot, instead of the original's: for what was checked to be something else than it was called. */
  extension?: string;
}

const maximumStemLength = 40;

/** Letters that do not come apart into a Latin one and a mark. */
const latin: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i' },
  ...{ й: 'y', ї: 'yi', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u' },
  ...{ ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu' },
  ...{
    я: 'ya',
    ё: 'yo',
    ў: 'u',
    ђ: 'dj',
    ј: 'j',
    љ: 'lj',
    њ: 'nj',
    ћ: 'c',
    џ: 'dz',
    ѓ: 'g',
    ќ: 'k',
    ѕ: 'dz',
  },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'ng' },
};

/**
 * A short file name of lower-case ASCII letters that a person still recognises: `Логотип (1).JPG` → `logotip-1.jpg`.
 * Never fails, and never gives what `storage-paths` refuses.
 */
export function safeFileName(original: string, { id, extension }: SafeFileNameOptions = {}): string {
  const name = original.slice(-1000).split(/[/\\]/).at(-1) ?? '';
  const [, before = name, after = ''] = /^(.*)\.([A-Za-z0-9]{1,12})$/su.exec(name) ?? [];
  // A name that is a uuid would read as the folder of a person.
  const stem = toStem(before).replace(/^(?=[0-9a-f]{8}-[0-9a-f]{4}-)/, 'file-') || 'file';
  const named = [stem, toStem(id ?? '')].filter(Boolean).join('-');
  const ending = toStem(extension ?? after).slice(0, 12);
  return ending ? `${named}.${ending}` : named;
}

function toStem(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => latin[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maximumStemLength)
    .replace(/^-+|-+$/g, '');
}
