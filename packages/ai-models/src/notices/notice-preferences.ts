import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { changeNoticePreferences, readNoticePreferences, unsubscribe } from '../database/notices.ts';
import { parseInput } from '../shared/parse-input.ts';
import { type NoticeKind, noticeKinds } from './notice-kinds.ts';
import { requirePerson } from './require-person.ts';

/** What a person wants to hear of one brand, and how. The list of notices holds everything, whatever is chosen here. */
export interface NoticePreferences {
  /** Null: the language of the brand. */
  readonly language: 'en' | 'ru' | null;
  /** What comes by mail. */
  readonly email: readonly NoticeKind[];
  /** What is shown in the browsers that were saved. */
  readonly push: readonly NoticeKind[];
  /** For admins: failures in the whole brand's work, too. Private work is told to its owner only. */
  readonly othersFailures: boolean;
}

/** What is left out stays as it is. */
export type NoticePreferencesChanges = {
  readonly [Key in keyof NoticePreferences]?: NoticePreferences[Key] | undefined;
};

const languageSchema = z.enum(['en', 'ru']).nullable();

const rowSchema = z.object({
  language: languageSchema.catch(null),
  email_kinds: z.array(z.string()),
  push_kinds: z.array(z.string()),
  others_failures: z.boolean(),
});

function toPreferences(row: unknown): NoticePreferences {
  const { language, email_kinds, push_kinds, others_failures } = rowSchema.parse(row);
  const known = (kinds: readonly string[]) => noticeKinds.filter((kind) => kinds.includes(kind));
  return { language, email: known(email_kinds), push: known(push_kinds), othersFailures: others_failures };
}

/** What the caller chose; the defaults where they chose nothing. */
export async function getNoticePreferences(context: AiModelsContext): Promise<NoticePreferences> {
  return toPreferences(await readNoticePreferences(requirePerson(context)));
}

const kindsSchema = z.array(z.enum(noticeKinds)).max(noticeKinds.length);
const changesSchema = z.strictObject({
  language: languageSchema.optional(),
  email: kindsSchema.optional(),
  push: kindsSchema.optional(),
  othersFailures: z.boolean().optional(),
});

/** Changes what the caller hears of this brand. */
export async function setNoticePreferences(
  context: AiModelsContext,
  changes: NoticePreferencesChanges,
): Promise<NoticePreferences> {
  const person = requirePerson(context);
  const { language, email, push, othersFailures } = parseInput(changesSchema, changes, {
    subject: 'The preferences',
  });
  return toPreferences(
    await changeNoticePreferences(person, {
      ...(language !== undefined && { language }),
      ...(email && { email_kinds: email }),
      ...(push && { push_kinds: push }),
      ...(othersFailures !== undefined && { others_failures: othersFailures }),
    }),
  );
}

/**
 * Ends all mails of one brand to one person, for whoever holds the link at the foot of one; in nobody's name. False for a
 * link that is none of ours.
 */
export async function unsubscribeFromNotices(
  database: AiModelsContext['database'],
  token: string,
): Promise<boolean> {
  return unsubscribe(database, parseInput(z.string().min(1).max(500), token, { subject: 'The token' }));
}
