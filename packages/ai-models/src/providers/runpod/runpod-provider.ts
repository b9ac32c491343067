import { z } from 'zod';
import { checkSettings } from '../../shared/parse-input.ts';
import type { Provider } from '../provider-registry.ts';
import { createRunpodApi, type RunpodApiSettings } from './runpod-api.ts';
import { type EndpointSettings, parseEndpoints } from './runpod-endpoints.ts';
import { createRunpodImages } from './runpod-images.ts';
import { createRunpodTraining } from './runpod-training.ts';

/** An account at RunPod, and how it is used. */
export interface RunpodProviderSettings extends RunpodApiSettings {
  /** Serverless endpoints that run our image; what has none is not offered. */
  readonly endpoints: {
    /** For trainings; may be the same as for pictures. */
    readonly training?: EndpointSettings;
    /** For pictures. */
    readonly images?: EndpointSettings;
  };
  /** Default: the real time. */
  readonly now?: () => Date;
}

const endpointSchema = z.union([z.string(), z.record(z.string(), z.string().optional())], {
  error: 'Use the id of an endpoint, or one for each base model.',
});
const settingsSchema = z.looseObject({
  apiKey: z.string().trim().min(1, 'Use the key of the account, which begins with rpa_.'),
  baseUrl: z.url({ protocol: /^https?$/, error: 'Use an address such as "https://example.com".' }).optional(),
  endpoints: z.looseObject(
    { training: endpointSchema.optional(), images: endpointSchema.optional() },
    'Use { training, images }, each the id of a serverless endpoint.',
  ),
});

/** RunPod with our own image: trains and paints every base model, and delivers to our storage. */
export function createRunpodProvider(settings: RunpodProviderSettings): Provider {
  checkSettings(settingsSchema, settings ?? {}, 'The settings of createRunpodProvider');
  const { endpoints, now = () => new Date() } = settings;
  const api = createRunpodApi(settings);
  const { training, images } = endpoints;
  return {
    ...(training && { training: createRunpodTraining({ api, now, endpoints: parseEndpoints(training) }) }),
    ...(images && { images: createRunpodImages({ api, now, endpoints: parseEndpoints(images) }) }),
  };
}
