import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import type { AccessKeys } from '../access/caller.ts';
import { type DatabaseAddress, toDatabaseUrl } from '../database/database-address.ts';
import { accountMails } from '../outbox/account-mails.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createMailSite } from './mail-site.ts';
import { valueTypes } from './value-types.ts';

export interface LiteAppSettings {
  /** As `act_rest`, which owns nothing: Lite grants everything to everybody on all that its login owns. */
  database: DatabaseAddress;
  keys: AccessKeys;
  outbox: Outbox;
  /** Where the links in mails lead. */
  siteUrl: string;
  /** Where they may lead instead, if whoever asks for the mail says so. */
  redirectUrls: string[];
  maxConnections: number;
}

export interface LiteApp {
  fetch(request: Request): Promise<Response>;
  /** Lets tables be seen that were made since the last request. */
  forgetSchema(): Promise<void>;
  close(): Promise<void>;
}

/** Supabase Lite, reduced to its REST and auth interfaces on our database. */
export async function createLiteApp(settings: LiteAppSettings): Promise<LiteApp> {
  const { database, keys, outbox, siteUrl, redirectUrls, maxConnections } = settings;
  const connection = createPostgresConnection({
    url: toDatabaseUrl(database),
    // Where connections run out Lite hangs, so each app asks for few.
    postgresOptions: { max: maxConnections, idle_timeout: 20, onnotice: () => undefined, types: valueTypes },
  });
  // Left alone, Lite looks for tables with policies at its first request: with none it would serve everybody as its
  // login for the life of the process, with some it would rewrite their grants. It is told that policies rule.
  Object.assign(connection, { rlsState: 'active' });

  const mailSite = createMailSite(siteUrl, redirectUrls);
  const app = new App({
    connection,
    api: { schemas: ['public'], max_rows: 1000 },
    db: { migrations: { enabled: false } },
    storage: { enabled: false },
    studio: { enabled: false },
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      site_url: siteUrl,
      additional_redirect_urls: redirectUrls,
      email: { enable_confirmations: false, max_frequency: '0s', template: accountMails },
    },
    options: {
      drivers: {
        email: {
          // Lite words the plain text itself, with a code that no page takes.
          send: async ({ to, subject, text, html }) =>
            void (await outbox.deliver({
              to,
              subject,
              html: html ? mailSite.lead(html) : null,
              text: html ? null : text,
            })),
        },
      },
      server: { admin: false, disableStudio: true },
    },
  });
  await app.init();
  return {
    fetch: (request) => mailSite.answer(request, (asked) => app.fetch(asked)),
    forgetSchema: () => connection.clearSchemaCache(),
    // The connection's own close() waits for ever after a backend died; the driver's gives up.
    close: () => connection.driver.end({ timeout: 1 }),
  };
}
