import type { NoticeKind } from './answers.ts';
import type { Policy } from './settings-answers.ts';

/** What an admin changes of the policy; what is left out stays. */
export interface PolicyWish {
  readonly subjects?: Partial<Policy['subjects']> | undefined;
  readonly autoRetrain?: Partial<Policy['autoRetrain']> | undefined;
  readonly budget?: Partial<Policy['budget']> | undefined;
  readonly retention?: Partial<Policy['retention']> | undefined;
  readonly language?: Policy['language'] | undefined;
}

/** How a person wants to be told; what is left out stays. */
export interface NoticeWish {
  readonly language?: 'en' | 'ru' | null | undefined;
  readonly email?: readonly NoticeKind[] | undefined;
  readonly push?: readonly NoticeKind[] | undefined;
  readonly othersFailures?: boolean | undefined;
}

/** As a browser gives it. */
export interface PushWish {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}
