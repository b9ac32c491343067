import { z } from 'zod';
import { checkSettings } from '../../shared/parse-input.ts';
import type { Stoppable } from '../../shared/stoppable.ts';
import type { CaptionProvider } from '../caption-provider.ts';
import type { ImageProvider } from '../image-provider.ts';
import type { Provider } from '../provider-registry.ts';
import type { TrainingProvider } from '../training-provider.ts';
import { parseModelReference } from './model-reference.ts';
import { createReplicateApi, type ReplicateApiSettings } from './replicate-api.ts';
import { createReplicateCaptions } from './replicate-captions.ts';
import { createReplicateImages } from './replicate-images.ts';
import { createReach, type ReplicateReach } from './replicate-reach.ts';
import { createReplicateTraining } from './replicate-training.ts';

/** An account at Replicate, and how it is used. */
export interface ReplicateProviderSettings extends ReplicateApiSettings {
  /** Who owns the models that are trained. Default: the token's account, asked once. */
  readonly username?: string;
  /** Default `ostris/flux-dev-lora-trainer`. */
  readonly trainerModel?: string;
  /** 64 hexadecimal digits. Default: the latest. */
  readonly trainerVersion?: string;
  /** Default `black-forest-labs/flux-dev-lora`. */
  readonly imageModel?: string;
  /**
   * How Replicate comes to archives and models of ours: `direct` by their signed addresses, `files` not at all, so that
   * archives are handed over (less than 100 MB), models are run as the versions that were trained, and no webhook is sent.
   * Default `auto`: by each address, whether it can be reached from outside.
   */
  readonly reach?: ReplicateReach;
  /** Takes `image` and `prompt`. Default: a version of `yorickvp/llava-13b`. */
  readonly captionModel?: string;
  /** Between two looks at a caption that is being written. Default 1,000. */
  readonly captionPollIntervalMs?: number;
}

/** Replicate: trains and paints flux, writes captions, signs its webhooks. */
export interface ReplicateProvider extends Provider {
  /** flux. */
  readonly training: TrainingProvider;
  /** flux, with two LoRAs at most. */
  readonly images: ImageProvider;
  /** A sentence for a picture. */
  readonly captions: CaptionProvider;
  /** `whsec_…`: what the account's webhooks are signed with. */
  webhookSecret(options?: Stoppable): Promise<string>;
}

const llava = 'yorickvp/llava-13b:80537f9eead1a5bfa72d5ac6ea6414379be41d4d4f6679fd776e9535d1eb58bb';

const settingsSchema = z.looseObject({
  apiToken: z.string().trim().min(1, 'Use a token of the account, which begins with r8_.'),
  baseUrl: z.url({ protocol: /^https?$/, error: 'Use an address such as "https://example.com".' }).optional(),
  username: z.string().min(1).optional(),
});

/** Speaks Replicate's own HTTP interface: its npm client would send paid requests again. */
export function createReplicateProvider(settings: ReplicateProviderSettings): ReplicateProvider {
  checkSettings(settingsSchema, settings ?? {}, 'The settings of createReplicateProvider');
  const { trainerModel = 'ostris/flux-dev-lora-trainer', trainerVersion, username } = settings;
  const { imageModel = 'black-forest-labs/flux-dev-lora', captionModel = llava } = settings;
  const api = createReplicateApi(settings);
  const canReach = createReach(settings.reach ?? 'auto', api.baseUrl);
  const trainer = trainerVersion === undefined ? trainerModel : `${trainerModel}:${trainerVersion}`;
  return {
    training: createReplicateTraining({
      api,
      username,
      trainer: parseModelReference(trainer, 'trainerModel'),
      canReach,
    }),
    images: createReplicateImages({ api, model: parseModelReference(imageModel, 'imageModel'), canReach }),
    captions: createReplicateCaptions({
      api,
      model: parseModelReference(captionModel, 'captionModel'),
      canReach,
      pollIntervalMs: settings.captionPollIntervalMs ?? 1_000,
    }),
    webhookSecret: async (options) => (await api.getWebhookSecret(options?.signal)).key,
  };
}
