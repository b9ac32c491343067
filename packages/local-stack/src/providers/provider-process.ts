import { systemCodeOf } from '../errors/system-error.ts';
import { portTaken } from '../home/ports.ts';
import { runAsService } from '../supervisor/service-process.ts';
import { openFileMemory } from './memory/file-memory.ts';
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
  /** Keeps what they are at beyond their process. */
  memoryFile: string;
}

runAsService(startProviders);

async function startProviders(configuration: ProviderConfiguration): Promise<AsyncDisposable> {
  const { port, speed, replicate, runpod, memoryFile } = configuration;
  const parts = { replicate: { accounts: [replicate] }, runpod: { endpoints: [runpod] } };
  const memory = openFileMemory(memoryFile);
  return startProviderSimulators({ port, speed, memory, ...parts }).catch((error: unknown) => {
    const isTaken = ['EADDRINUSE', 'EACCES'].includes(systemCodeOf(error) ?? '');
    throw isTaken ? portTaken(port, 'ACT_PROVIDERS_PORT') : error;
  });
}
