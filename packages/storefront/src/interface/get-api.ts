import { type Api, createApi } from '@act/api';
import { getAuthConfiguration, loadAuthSettings, nameCookies } from '@act/auth';
import { loadStorefrontSettings } from '../load-setting.ts';

let made: Api | undefined;

/** The HTTP interface of this storefront. Made at the first request: before it, nobody knows where the accounts are. */
export function getApi(): Api {
  const { url, publishableKey } = loadAuthSettings();
  made ??= createApi({
    supabase: { url, publishableKey },
    basePath: '/api',
    cookieName: nameCookies(getAuthConfiguration().storefront).session,
    webhookSecrets: loadStorefrontSettings().webhookSecrets,
  });
  return made;
}
