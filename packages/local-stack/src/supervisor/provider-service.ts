import { createHmac } from 'node:crypto';
import type { StackSecrets } from '../home/secrets.ts';
import type { ProvidersDescription } from '../pages/stack-description.ts';
import type { ProviderConfiguration } from '../providers/provider-process.ts';
import { nodeService } from './node-service.ts';
import type { Service } from './service.ts';

export interface ProviderServiceOptions {
  secrets: StackSecrets;
  port: number;
  /** How many times faster than the wall simulated work goes. */
  speed: number;
}

/** The simulated vendors as a part of the stack. Their runs live as long as their process. */
export function providerService({ secrets, port, speed }: ProviderServiceOptions): {
  service: Service;
  description: ProvidersDescription;
} {
  // Made of a key that every home has: they stay the same, and a home from before there were simulators needs no more.
  const derive = (name: string) =>
    createHmac('sha256', secrets.jwtSecret).update(`simulated ${name}`).digest();
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
