import type { BrandDatabase, BrandScope } from '../context.ts';
import { done, rowOf, rowsOf } from './answer.ts';
import type { Json, Tables } from './database.types.ts';
import { type Page, type PageOptions, pageOf } from './page.ts';

export type NoticeRow = Tables<'notices'>;

/** Whose notices. */
export interface PersonScope extends BrandScope {
  readonly userId: string;
}

/** Newest first. */
export function listNoticeRows(
  { database, brandId, userId }: PersonScope,
  { unreadOnly, ...page }: PageOptions & { unreadOnly: boolean },
): Promise<Page<NoticeRow>> {
  const query = database.from('notices').select('*').eq('brand_id', brandId).eq('user_id', userId);
  return pageOf(unreadOnly ? query.is('read_at', null) : query, page);
}

export async function countUnreadNotices({ database, brandId, userId }: PersonScope): Promise<number> {
  const { count, data, error, status } = await database
    .from('notices')
    .select('id', { count: 'exact', head: true })
    .eq('brand_id', brandId)
    .eq('user_id', userId)
    .is('read_at', null);
  await rowOf(Promise.resolve({ data, error, status }));
  return count ?? 0;
}

/** Those of these ids, or all where none are named; says how many were unread until now. */
export async function markNoticeRowsRead(
  { database, brandId, userId }: PersonScope,
  ids: readonly string[] | undefined,
  at: Date,
): Promise<number> {
  const query = database
    .from('notices')
    .update({ read_at: at.toISOString() })
    .eq('brand_id', brandId)
    .eq('user_id', userId)
    .is('read_at', null);
  const marked = await rowsOf((ids === undefined ? query : query.in('id', [...ids])).select('id'));
  return marked.length;
}

export const readNoticePreferences = ({ database, brandId }: BrandScope): Promise<Json> =>
  rowsOf(database.rpc('get_notice_preferences', { brand_id: brandId }));

export const changeNoticePreferences = (
  { database, brandId }: BrandScope,
  changes: Record<string, Json>,
): Promise<Json> => rowsOf(database.rpc('set_notice_preferences', { brand_id: brandId, changes }));

/** Ends all mails that the token stands for; false where it stands for none. */
export const unsubscribe = (database: BrandDatabase, token: string): Promise<boolean> =>
  rowsOf(database.rpc('unsubscribe_from_notices', { token }));

export interface BrowserKeys {
  readonly endpoint: string;
  readonly publicKey: string;
  readonly authSecret: string;
}

export const insertPushSubscription = (
  { database, brandId }: BrandScope,
  { endpoint, publicKey, authSecret }: BrowserKeys,
): Promise<string> =>
  rowsOf(
    database.rpc('save_push_subscription', {
      brand_id: brandId,
      endpoint,
      public_key: publicKey,
      auth_secret: authSecret,
    }),
  );

export const deletePushSubscription = (
  { database, brandId, userId }: PersonScope,
  endpoint: string,
): Promise<void> =>
  done(
    database
      .from('push_subscriptions')
      .delete()
      .eq('brand_id', brandId)
      .eq('user_id', userId)
      .eq('endpoint', endpoint),
  );
