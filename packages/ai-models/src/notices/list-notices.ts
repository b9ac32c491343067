import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { countUnreadNotices, listNoticeRows, markNoticeRowsRead } from '../database/notices.ts';
import { type Page, type PageOptions, pageShape } from '../database/page.ts';
import { parseInput } from '../shared/parse-input.ts';
import { type Notice, toNotice } from './notice.ts';
import { requirePerson } from './require-person.ts';

export interface NoticeFilter extends PageOptions {
  /** Default `false`: read ones too. */
  readonly unreadOnly?: boolean | undefined;
}

export interface NoticePage extends Page<Notice> {
  /** How many there are in all that were not read. */
  readonly unreadCount: number;
}

const filterSchema = z.strictObject({ ...pageShape, unreadOnly: z.boolean().default(false) });

/** What the caller was told, newest first, a page at a time. */
export async function listNotices(context: AiModelsContext, filter: NoticeFilter = {}): Promise<NoticePage> {
  const person = requirePerson(context);
  const given = parseInput(filterSchema, filter, { subject: 'The filter' });
  const [{ items, nextCursor }, unreadCount] = await Promise.all([
    listNoticeRows(person, given),
    countUnreadNotices(person),
  ]);
  return { items: items.map(toNotice).filter((notice) => notice !== null), nextCursor, unreadCount };
}

export interface MarkNoticesReadOptions {
  /** Which. Default: all of them. */
  readonly ids?: readonly string[] | undefined;
}

const markSchema = z.strictObject({ ids: z.array(z.guid()).min(1).max(100).optional() });

/** Says how many of them were unread until now. */
export async function markNoticesRead(
  context: AiModelsContext,
  options: MarkNoticesReadOptions = {},
): Promise<{ marked: number }> {
  const person = requirePerson(context);
  const { ids } = parseInput(markSchema, options, { subject: 'The call' });
  return { marked: await markNoticeRowsRead(person, ids, context.now()) };
}
