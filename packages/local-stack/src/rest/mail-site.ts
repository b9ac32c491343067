import { AsyncLocalStorage } from 'node:async_hooks';

/** Which site the mails of a request lead to. Lite leads all of them to one, whatever `redirect_to` says; Supabase does not. */
export interface MailSite {
  /** Answers a request so that the mails it causes lead where it may ask them to. */
  answer(request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
  /** A mail's text, with its links as the request under way wants them. */
  lead(text: string): string;
}

export function createMailSite(siteUrl: string, otherSites: readonly string[]): MailSite {
  const wanted = new AsyncLocalStorage<string>();
  const allowed = [siteUrl, ...otherSites].map(trim);
  return {
    answer: (request, next) => {
      const site = trim(new URL(request.url).searchParams.get('redirect_to') ?? '');
      return allowed.includes(site) ? wanted.run(site, () => next(request)) : next(request);
    },
    lead: (text) => text.replaceAll(`${trim(siteUrl)}/`, `${wanted.getStore() ?? trim(siteUrl)}/`),
  };
}

const trim = (url: string): string => url.replace(/\/+$/, '');
