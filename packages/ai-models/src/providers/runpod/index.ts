export type { EndpointSettings } from './runpod-endpoints.ts';
export { createRunpodProvider, type RunpodProviderSettings } from './runpod-provider.ts';
