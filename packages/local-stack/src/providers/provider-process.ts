import { systemCodeOf } from '../errors/system-error.ts';
import { portTaken } from '../home/ports.ts';
import { runAsService } from '../supervisor/service-process.ts';
import type { AccountOptions } from './replicate/accounts/accounts.ts';
import type { EndpointOptions } from './runpod/endpoints.ts';
import { startProviderSimulators } from './start-provider-simulators.ts';

export interface ProviderConfiguration {
  port: number;
  speed: number;
  /** The one account that there is. */
  replicate: AccountOptions;
  /** The one endpoint. */
  runpod: EndpointOptions;
}

runAsService(startProviders);

async function startProviders(configuration: ProviderConfiguration): Promise<AsyncDisposable> {
  const { port, speed, replicate, runpod } = configuration;
  const parts = { replicate: { accounts: [replicate] }, runpod: { endpoints: [runpod] } };
  return startProviderSimulators({ port, speed, ...parts }).catch((error: unknown) => {
    const isTaken = ['EADDRINUSE', 'EACCES'].includes(systemCodeOf(error) ?? '');
    throw isTaken ? portTaken(port, 'ACT_PROVIDERS_PORT') : error;
  });
}
