import { type DatabaseAddress, toDatabaseUrl } from '../database/database-address.ts';
import { deriveKey } from '../home/derive-key.ts';
import type { StackSecrets } from '../home/secrets.ts';
import type { StackDescription } from '../pages/stack-description.ts';
import { nodeService } from './node-service.ts';
import type { ProgramConfiguration } from './program-process.ts';
import { providerSettings } from './provider-settings.ts';
import type { Service } from './service.ts';
import type { PlacedStorefront } from './storefronts.ts';

const programService = (name: string, configuration: ProgramConfiguration): Service =>
  nodeService({ name, module: new URL('./program-process.ts', import.meta.url), configuration });

export interface InterfaceServiceOptions {
  module: string;
  port: number;
  description: StackDescription;
}

/** The HTTP interface as a part of the stack. It is given nothing that a browser may not know, but for webhooks' secrets. */
export function interfaceService({ module, port, description }: InterfaceServiceOptions): Service {
  const { url, publishableKey, providers } = description;
  return programService('HTTP interface', {
    module,
    port,
    portVariable: 'ACT_API_PORT',
    settings: {
      ACT_API_PORT: String(port),
      SUPABASE_URL: url,
      SUPABASE_PUBLISHABLE_KEY: publishableKey,
      ...(providers && { REPLICATE_WEBHOOK_SECRET: providers.replicate.webhookSecret }),
    },
  });
}

export interface EngineServiceOptions {
  module: string;
  port: number;
  description: StackDescription;
  /** As the login that only asks what is due. */
  database: DatabaseAddress;
  secrets: StackSecrets;
  /** Where the links of notices lead. */
  siteUrl: string | null;
  /** The same for brands with a storefront of their own. */
  brandSites: Readonly<Record<string, string>>;
  /** Where providers ring, up to their name. */
  webhookUrl: string | null;
  /** Asks the vendors themselves, which costs money, in place of the simulators. */
  liveProviders: Readonly<Record<string, string>> | null;
}

export interface StorefrontServiceOptions {
  storefront: PlacedStorefront;
  description: StackDescription;
  /** With which the engine signs what browsers are told. */
  secrets: StackSecrets;
  /** Whether trainings cost money, which every page says. */
  isLive: boolean;
}

/** A storefront as a part of the stack. It acts as whoever is signed in, and can do nothing by itself. */
export function storefrontService(options: StorefrontServiceOptions): Service {
  const { storefront, description, secrets, isLive } = options;
  const { url, publishableKey, people, providers } = description;
  const { name, module, port, url: storefrontUrl } = storefront;
  return programService(`Storefront ${name}`, {
    module,
    port,
    portVariable: 'ACT_STOREFRONT_PORT',
    settings: {
      PORT: String(port),
      ACT_STOREFRONT_URL: storefrontUrl,
      SUPABASE_URL: url,
      SUPABASE_PUBLISHABLE_KEY: publishableKey,
      ACT_DEMO_PEOPLE: JSON.stringify(people),
      ACT_DEMO_PEOPLE_URL: `${url}/people.json`,
      ACT_OUTBOX_URL: `${url}/outbox`,
      ACT_PROVIDERS: isLive ? 'live' : 'simulated',
      ACT_VAPID_PUBLIC_KEY: secrets.vapid.publicKey,
      ...(providers && { REPLICATE_WEBHOOK_SECRET: providers.replicate.webhookSecret }),
    },
  });
}

/** The background engine as a part of the stack: the only one that holds a signing key and vendors' tokens. */
export function engineService(options: EngineServiceOptions): Service {
  const { module, port, description, database, secrets, siteUrl, brandSites, webhookUrl, liveProviders } =
    options;
  const { url, publishableKey, providers } = description;
  return programService('Engine', {
    module,
    port,
    portVariable: 'ACT_WORKER_PORT',
    settings: {
      ACT_WORKER_PORT: String(port),
      ACT_WORKER_METRICS_TOKEN: metricsToken(secrets),
      // The terminal is the person's: what goes well is seen in the product.
      ACT_WORKER_LOG_LEVEL: 'warn',
      ACT_WORKER_DATABASE_URL: toDatabaseUrl(database),
      // Signs the tokens of the system, which live minutes and name one brand.
      ACT_SYSTEM_SIGNING_KEY: secrets.jwtSecret,
      SUPABASE_URL: url,
      SUPABASE_PUBLISHABLE_KEY: publishableKey,
      ...mailSettings(url, secrets),
      // Receivers run beside the stack, such as a local n8n.
      ACT_LOOPBACK_WEBHOOKS: 'on',
      ...(siteUrl && { ACT_SITE_URL: siteUrl }),
      ACT_BRAND_SITES: JSON.stringify(brandSites),
      ...(webhookUrl && { ACT_WEBHOOK_URL: webhookUrl }),
      ...(liveProviders ?? (providers && providerSettings(providers))),
    },
  });
}

/** Mail goes to the outbox page, and browsers are told by keys of this home. */
function mailSettings(url: string, { outboxKey, vapid }: StackSecrets): Record<string, string> {
  const outbox = new URL('/outbox', url);
  outbox.username = 'worker';
  outbox.password = outboxKey;
  return {
    ACT_SMTP_URL: outbox.href,
    ACT_MAIL_FROM: 'notices@act.localhost',
    ACT_VAPID_PUBLIC_KEY: vapid.publicKey,
    ACT_VAPID_PRIVATE_KEY: vapid.privateKey,
  };
}

/** With which the engine's metrics can be read. */
export const metricsToken = (secrets: StackSecrets): string =>
  deriveKey(secrets, 'metrics of the worker').toString('base64url');
