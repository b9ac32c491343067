import { type Api, createApi } from '@act/api';
import { getAuthConfiguration, loadAuthSettings, nameCookies } from '@act/auth';
import { loadStorefrontSettings } from '../load-setting.ts';
import { namesOfMachine } from './names-of-machine.ts';

let made: Api | undefined;

/** The HTTP interface of this storefront. Made at the first request: before it, nobody knows where the accounts are. */
export function getApi(): Api {
  const { url, publishableKey } = loadAuthSettings();
  const { isLive, publicUrl, webhookSecrets } = loadStorefrontSettings();
  made ??= createApi({
    supabase: { url, publishableKey },
    basePath: '/api',
    cookieName: nameCookies(getAuthConfiguration().storefront).session,
    isLive,
    webhookSecrets,
    ...(publicUrl !== undefined && { publicUrl, allowedOrigins: namesOfMachine(publicUrl) }),
  });
  return made;
}
