import { type ApiAccess, type ApiCall, sendToApi, toQuery } from './call-api.ts';

/** As many answers as a page polls at once, and some. */
const mostKept = 20;

/**
 * For what is polled: the answer of before is named by its tag, and where nothing changed the same answer comes again
 * without being sent. Answers are never stored by the browser, so their tags are kept here.
 */
export const createTaggedCall = (access: ApiAccess) => {
  const kept = new Map<string, { readonly tag: string; readonly answer: unknown }>();
  return async <Answer>(call: ApiCall): Promise<Answer> => {
    const name = `${call.path}${toQuery(call.query ?? {})}`;
    const before = kept.get(name);
    const response = await sendToApi(access, { ...call, tag: before?.tag });
    if (response.status === 304 && before) return before.answer as Answer;
    const answer = (await response.json()) as Answer;
    const tag = response.headers.get('etag');
    if (tag) {
      const [oldest] = kept.keys();
      if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
      kept.delete(name);
      kept.set(name, { tag, answer });
    }
    return answer;
  };
};
