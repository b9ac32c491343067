import { consoleLogger } from '@act/ai-models';
import { createApi } from './app.ts';
import { serveApi } from './commands/serve-api.ts';
import { readEnvironment } from './load-setting.ts';

export interface RunningApi extends AsyncDisposable {
  /** Up to the path below which it is mounted. */
  readonly url: string;
}

/** Serves the interface by itself, with settings by name; without any, those of the process. */
export async function startProgram(
  settings?: Readonly<Record<string, string | undefined>>,
): Promise<RunningApi> {
  const environment = readEnvironment(settings);
  const api = createApi({
    supabase: { url: environment.SUPABASE_URL, publishableKey: environment.SUPABASE_PUBLISHABLE_KEY },
    basePath: environment.ACT_API_BASE_PATH,
    logger: consoleLogger,
    ...(environment.ACT_API_PUBLIC_URL !== undefined && { publicUrl: environment.ACT_API_PUBLIC_URL }),
    ...(environment.ACT_PROVIDERS !== undefined && { isLive: environment.ACT_PROVIDERS === 'live' }),
    ...(environment.ACT_API_ALLOWED_ORIGINS && { allowedOrigins: environment.ACT_API_ALLOWED_ORIGINS }),
    ...(environment.ACT_API_COOKIE_NAME !== undefined && { cookieName: environment.ACT_API_COOKIE_NAME }),
    ...(environment.REPLICATE_WEBHOOK_SECRET !== undefined && {
      webhookSecrets: { replicate: environment.REPLICATE_WEBHOOK_SECRET },
    }),
  });
  const served = await serveApi({
    api,
    hostname: environment.ACT_API_HOST,
    port: environment.ACT_API_PORT,
  });
  return {
    url: `${served.url}${environment.ACT_API_BASE_PATH}`,
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
}
