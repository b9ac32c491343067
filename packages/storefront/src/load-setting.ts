/** What this storefront is told beside what its packages ask for. */
export interface StorefrontSettings {
  /** `ACT_PROVIDERS=live`: trainings cost money. Default: they are simulated. */
  readonly isLive: boolean;
  /** `ACT_STOREFRONT_URL`: where browsers see it. Default: where each request says it is. */
  readonly publicUrl: string | undefined;
  /** `REPLICATE_WEBHOOK_SECRET`: what a provider signs its webhooks with, where they arrive here. */
  readonly webhookSecrets: Readonly<Record<string, string>>;
  /** `ACT_VAPID_PUBLIC_KEY`: the public half of the engine's key for notices in browsers. Without it there are none. */
  readonly pushKey: string | undefined;
}

/** The one place of the storefront that looks at the environment. */
export function loadStorefrontSettings(environment: NodeJS.ProcessEnv = process.env): StorefrontSettings {
  const { ACT_PROVIDERS, ACT_STOREFRONT_URL, REPLICATE_WEBHOOK_SECRET, ACT_VAPID_PUBLIC_KEY } = environment;
  return {
    isLive: ACT_PROVIDERS === 'live',
    publicUrl: ACT_STOREFRONT_URL || undefined,
    webhookSecrets: REPLICATE_WEBHOOK_SECRET ? { replicate: REPLICATE_WEBHOOK_SECRET } : {},
    pushKey: ACT_VAPID_PUBLIC_KEY || undefined,
  };
}
