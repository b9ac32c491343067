import type { ActHome } from '../home/act-home.ts';
import { deriveKey } from '../home/derive-key.ts';
import type { StackSecrets } from '../home/secrets.ts';
import type { ProvidersDescription } from '../pages/stack-description.ts';
import type { ProviderConfiguration } from '../providers/provider-process.ts';
import { nodeService } from './node-service.ts';
import type { Service } from './service.ts';

export interface ProviderServiceOptions {
  home: ActHome;
  secrets: StackSecrets;
  port: number;
  /** How many times faster than the wall simulated work goes. */
  speed: number;
}

/** The simulated vendors as a part of the stack. */
export function providerService({ home, secrets, port, speed }: ProviderServiceOptions): {
  service: Service;
  description: ProvidersDescription;
} {
  const derive = (name: string) => deriveKey(secrets, `simulated ${name}`);
  const account = {
    token: `r8_${derive('replicate token').toString('hex').slice(0, 37)}`,
    username: 'act-demo',
    webhookSecret: `whsec_${derive('replicate webhooks').toString('base64')}`,
  };
  const apiKey = `rpa_${derive('runpod key').toString('hex').toUpperCase().slice(0, 48)}`;
  const endpointId = 'act-worker';
  const configuration: ProviderConfiguration = {
    port,
    speed,
    replicate: account,
    runpod: { id: endpointId, apiKey },
    memoryFile: home.simulatorsFile,
  };
  const module = new URL('../providers/provider-process.ts', import.meta.url);
  const url = `http://127.0.0.1:${port}`;
  return {
    service: nodeService({ name: 'Provider simulators', module, configuration }),
    description: {
      url,
      replicate: { url: `${url}/replicate/v1`, ...account },
      runpod: { url: `${url}/runpod/v2`, apiKey, endpointId },
    },
  };
}
