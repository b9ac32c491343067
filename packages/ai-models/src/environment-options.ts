import type { AiModelsOptions } from './caller.ts';
import type { Provider } from './providers/provider-registry.ts';
import { createRunpodProvider } from './providers/runpod/runpod-provider.ts';
import { readProviderAccess } from './shared/access/provider-access.ts';
import { createSystemSigner } from './shared/access/system-signer.ts';
import { type AiModelsEnvironment, loadSetting, readEnvironment } from './shared/load-setting.ts';
import { createReplicateClient } from './training/replicate-client.ts';

/** What the environment says of the project, of whoever calls, and of providers. @throws AiModelsError `not_configured` */
export function readOptions(environment: AiModelsEnvironment = readEnvironment()): AiModelsOptions {
  const { ACT_WEBHOOK_URL, REPLICATE_WEBHOOK_SECRET } = environment;
  const setting = (option: string, ...variables: Parameters<typeof loadSetting>[0]['variables']) =>
    loadSetting({ value: null, variables, option, environment });
  return {
    supabase: {
      url: setting('supabase.url', 'SUPABASE_URL'),
      publishableKey: setting('supabase.publishableKey', 'SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_ANON_KEY'),
    },
    access: readAccess(environment, setting),
    providers: readProviders(environment),
    ...(ACT_WEBHOOK_URL && { webhookUrl: ACT_WEBHOOK_URL }),
    ...(REPLICATE_WEBHOOK_SECRET && { webhookSecrets: { replicate: REPLICATE_WEBHOOK_SECRET } }),
  };
}

type Setting = (option: string, ...variables: Parameters<typeof loadSetting>[0]['variables']) => string;

/** The narrowest that is set: a session, a robot, the system. */
function readAccess(environment: AiModelsEnvironment, setting: Setting): AiModelsOptions['access'] {
  const { ACT_ACCESS_TOKEN, ACT_EMAIL, ACT_SYSTEM_SIGNING_KEY } = environment;
  if (ACT_ACCESS_TOKEN) return { accessToken: () => ACT_ACCESS_TOKEN };
  if (!ACT_EMAIL && ACT_SYSTEM_SIGNING_KEY) {
    return {
      brandId: setting('access.brandId', 'ACT_BRAND_ID'),
      signer: createSystemSigner({ signingKey: ACT_SYSTEM_SIGNING_KEY }),
    };
  }
  return {
    email: setting('access.email', 'ACT_EMAIL'),
    password: setting('access.password', 'ACT_PASSWORD'),
  };
}

/**
 * Who trains, paints and describes, as the environment says. What costs is only asked of a vendor with `ACT_PROVIDERS=live`.
 */
export function readProviders(environment: AiModelsEnvironment): Provider[] {
  const { replicate, runpod } = readProviderAccess(environment);
  const { REPLICATE_USERNAME, ACT_REPLICATE_REACH } = environment;
  const { RUNPOD_TRAINING_ENDPOINT, RUNPOD_IMAGE_ENDPOINT } = environment;
  return [
    ...(replicate
      ? [
          createReplicateClient({
            ...replicate,
            ...(REPLICATE_USERNAME && { username: REPLICATE_USERNAME }),
            ...(ACT_REPLICATE_REACH && { reach: ACT_REPLICATE_REACH }),
          }),
        ]
      : []),
    ...(runpod
      ? [
          createRunpodProvider({
            ...runpod,
            apiKey: runpod.apiToken,
            endpoints: {
              ...(RUNPOD_TRAINING_ENDPOINT && { training: RUNPOD_TRAINING_ENDPOINT }),
              ...(RUNPOD_IMAGE_ENDPOINT && { images: RUNPOD_IMAGE_ENDPOINT }),
            },
          }),
        ]
      : []),
  ];
}
