/**
 * What may be kept of what a trainer wrote about its run: settings and versions. Captions, tags, comments, folders and
 * titles stay out, for they tell of a brand's pictures.
 */
const harmless = new Set([
  'format',
  'software',
  'training_info',
  'ss_base_model_version',
  'ss_batch_size_per_device',
  'ss_epoch',
  'ss_learning_rate',
  'ss_lr_scheduler',
  'ss_mixed_precision',
  'ss_network_alpha',
  'ss_network_args',
  'ss_network_dim',
  'ss_network_module',
  'ss_new_sd_model_hash',
  'ss_num_train_images',
  'ss_optimizer',
  'ss_resolution',
  'ss_sd_model_hash',
  'ss_sd_scripts_commit_hash',
  'ss_seed',
  'ss_steps',
  'ss_text_encoder_lr',
  'ss_total_batch_size',
  'ss_training_finished_at',
  'ss_training_started_at',
  'ss_unet_lr',
  'ss_v2',
  'sshs_legacy_hash',
  'sshs_model_hash',
  'modelspec.architecture',
  'modelspec.date',
  'modelspec.encoder_layer',
  'modelspec.hash_sha256',
  'modelspec.implementation',
  'modelspec.prediction_type',
  'modelspec.resolution',
  'modelspec.sai_model_spec',
  'modelspec.timestep_range',
]);
const maximumLength = 500;

/** The part of a file's metadata that tells nothing about anybody. Still text from outside. */
export function toSafeMetadata(metadata: ReadonlyMap<string, string>): Record<string, string> {
  const kept = [...metadata].filter(([name, value]) => harmless.has(name) && isPlain(value));
  return Object.fromEntries(kept);
}

const isPlain = (value: string) => value.length <= maximumLength && !/\p{Cc}|\p{Cf}/u.test(value);
