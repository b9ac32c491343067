import type { Asset } from '../../../api/answers.ts';

/** What is done with many captions in one go. */
export type BulkEdit =
  | {
      readonly kind: 'replace';
      readonly find: string;
      readonly replacement: string;
      readonly isExact: boolean;
    }
  | { readonly kind: 'add'; readonly phrase: string; readonly place: 'start' | 'end' }
  | { readonly kind: 'remove'; readonly phrase: string };

/** One caption before and after. */
export interface CaptionChange {
  readonly asset: Asset;
  readonly before: string;
  readonly after: string;
}

/** As many characters as a caption holds. */
export const maximumCaptionLength = 2000;

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/** Gaps that a phrase left behind: two commas in a row, one in front of everything, two spaces. */
const tidy = (text: string) =>
  text
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/([,;])(?:\s*[,;])+/g, '$1')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');

/** A phrase is found by whole words, so that `art` leaves `party` alone. */
const phrasePattern = (phrase: string) =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])${escapePattern(phrase)}(?![\\p{L}\\p{M}\\p{N}_])`, 'giu');

/** The caption as it would be; unchanged where the edit has nothing to do. */
export const editCaption = (caption: string, edit: BulkEdit): string => {
  switch (edit.kind) {
    case 'replace': {
      if (edit.find === '') return caption;
      const pattern = new RegExp(escapePattern(edit.find), edit.isExact ? 'gu' : 'giu');
      return pattern.test(caption) ? tidy(caption.replace(pattern, () => edit.replacement)) : caption;
    }
    case 'add': {
      const phrase = edit.phrase.trim().replace(/^[,;\s]+|[,;\s]+$/g, '');
      if (phrase === '' || phrasePattern(phrase).test(caption)) return caption;
      const parts = edit.place === 'start' ? [phrase, caption.trim()] : [caption.trim(), phrase];
      return parts.filter(Boolean).join(', ');
    }
    case 'remove': {
      const phrase = edit.phrase.trim();
      if (phrase === '' || !phrasePattern(phrase).test(caption)) return caption;
      return tidy(caption.replace(phrasePattern(phrase), ''));
    }
  }
};

/** What an edit would change, and nothing else. A caption that would grow too long stays as it is. */
export const previewBulkEdit = (assets: readonly Asset[], edit: BulkEdit): CaptionChange[] =>
  assets.flatMap((asset) => {
    const before = asset.caption ?? '';
    const after = editCaption(before, edit);
    return after === before || after.length > maximumCaptionLength ? [] : [{ asset, before, after }];
  });
