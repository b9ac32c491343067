import { AiModelsError } from '../../errors/index.ts';
import type { AiModelsEnvironment } from '../load-setting.ts';

/** How one vendor, or its simulator, is asked. */
export interface ProviderAccess {
  readonly apiToken: string;
  /** Where, instead of at the vendor. */
  readonly baseUrl?: string;
}

/** Hosts at which a request with a token may cost money. */
const vendorHosts = /(^|\.)(replicate\.com|replicate\.delivery|runpod\.ai|runpod\.io)\.?$/i;

/**
 * Which providers the environment sets up: null for one that it does not. A token alone never spends: without
 * `ACT_PROVIDERS=live` only an address that is given and is not the vendor's is asked. @throws AiModelsError `not_configured`
 */
export function readProviderAccess(environment: AiModelsEnvironment): {
  readonly replicate: ProviderAccess | null;
  readonly runpod: ProviderAccess | null;
} {
  const { ACT_PROVIDERS: mode, REPLICATE_API_TOKEN, RUNPOD_API_KEY } = environment;
  const access = (apiToken: string | undefined, baseUrl: string | undefined, variable: string) => {
    if (!apiToken || (mode !== 'live' && !baseUrl)) return null;
    if (mode !== 'live' && baseUrl) refuseVendor(baseUrl, variable);
    return { apiToken, ...(baseUrl && { baseUrl }) };
  };
  return {
    replicate: access(REPLICATE_API_TOKEN, environment.ACT_REPLICATE_URL, 'ACT_REPLICATE_URL'),
    runpod: access(RUNPOD_API_KEY, environment.ACT_RUNPOD_URL, 'ACT_RUNPOD_URL'),
  };
}

function refuseVendor(baseUrl: string, variable: string): void {
  if (!vendorHosts.test(new URL(baseUrl).hostname)) return;
  throw new AiModelsError({
    code: 'not_configured',
    message: `${variable} is the vendor's own address, while ACT_PROVIDERS is not "live".`,
    hint: 'Set ACT_PROVIDERS=live to spend money, or the address of a simulator.',
  });
}
