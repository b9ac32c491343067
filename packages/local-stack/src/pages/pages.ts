import { type Context, Hono } from 'hono';
import type { Outbox } from '../outbox/outbox.ts';
import { mailPage, missingMailPage, outboxPage } from './outbox-pages.ts';
import { overviewPage } from './overview-page.ts';
import type { StackDescription } from './stack-description.ts';
import { chooseLanguage } from './words.ts';

export interface PagesSettings {
  outbox: Outbox;
  describe: () => StackDescription | Promise<StackDescription>;
}

const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The pages for the person at this machine: where things are, and the mail that did not leave. */
export function createPages({ outbox, describe }: PagesSettings): Hono {
  const pages = new Hono();

  // The pages show sign-ins and sign-in links. A foreign site that points its own name at this machine would be let in
  // by the address alone, so the name it asks for must be this machine's too.
  pages.use(async (context, next) => {
    if (!isThisMachine(new URL(context.req.url).hostname)) {
      return context.json(
        { code: 'foreign_host', message: 'Open this page as http://127.0.0.1 or http://localhost.' },
        403,
      );
    }
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
    return undefined;
  });

  pages.get('/', async (context) => context.html(overviewPage(languageOf(context), await describe())));
  // For the sign-in page of a storefront, which offers no one who is gone.
  pages.get('/people.json', async (context) =>
    context.json((await describe()).people.map(({ email }) => email)),
  );
  pages.get('/outbox', async (context) => context.html(outboxPage(languageOf(context), await outbox.list())));
  pages.get('/outbox.json', async (context) => context.json(await outbox.list()));
  pages.get('/outbox/:id', async (context) => {
    const mail = await outbox.find(context.req.param('id'));
    const language = languageOf(context);
    return mail ? context.html(mailPage(language, mail)) : context.html(missingMailPage(language), 404);
  });
  pages.notFound((context) => context.json({ code: 'not_found', message: 'There is nothing here.' }, 404));
  return pages;
}

const languageOf = (context: Context) => chooseLanguage(context.req.header('accept-language'));
const isThisMachine = (hostname: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
