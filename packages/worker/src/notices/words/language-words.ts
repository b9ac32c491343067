import type { NoticeToTell } from '../delivery.ts';

/** What a notice says, in one language. */
export interface NoticeWords {
  /** What happened, as the subject of a mail. */
  readonly subject: string;
  /** The same without a name, for a screen that others may see. */
  readonly title: string;
  /** What it is about, and what comes next. */
  readonly paragraphs: readonly string[];
  /** On the button. */
  readonly action: string;
}

/** What stands around every mail. */
export interface FrameWords {
  /** Why it came. */
  readonly reason: (brand: string) => string;
  readonly preferences: string;
  readonly unsubscribe: string;
  /** Before an address in the text part. */
  readonly link: (action: string) => string;
}

/** What each kind says, of the facts that it brings. */
export type WordsByKind = Readonly<Record<string, (facts: NoticeToTell['facts']) => NoticeWords>>;

export interface LanguageWords {
  readonly frame: FrameWords;
  /** Null for a kind that this version does not know. */
  readonly tell: (notice: Pick<NoticeToTell, 'kind' | 'facts'>) => NoticeWords | null;
}
