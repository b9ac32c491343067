import { type ByteSource, toByteSource } from '../../serving/bytes.ts';
import type { TarEntry } from '../outputs/tar.ts';
import type { FluxTrainerInput } from './trainer-input.ts';

const folder = 'output/flux_train_replicate/';

export interface TrainedFilesOptions {
  lora: ByteSource;
  input: FluxTrainerInput;
  imageCount: number;
}

/** What lies in the archive of a flux training, folders included. */
export function trainedFiles({ lora, input, imageCount }: TrainedFilesOptions): TarEntry[] {
  const captions = Array.from({ length: imageCount }, (_, index) =>
    textFile(`${folder}captions/${index}.txt`, `A picture of ${input.trigger_word} (simulated caption)`),
  );
  return [
    textFile('output/', ''),
    textFile(folder, ''),
    { name: `${folder}lora.safetensors`, sizeBytes: lora.sizeBytes, stream: () => lora.stream() },
    textFile(`${folder}config.yaml`, config(input)),
    textFile(`${folder}captions/`, ''),
    ...captions,
  ];
}

const textFile = (name: string, text: string): TarEntry => ({ name, ...toByteSource(Buffer.from(text)) });

const config = (input: FluxTrainerInput) => `job: extension
config:
  name: flux_train_replicate
  process:
  - type: custom_sd_trainer
    training_folder: output
    device: cuda:0
    trigger_word: ${JSON.stringify(input.trigger_word)}
    network:
      type: lora
      linear: ${input.lora_rank}
      linear_alpha: ${input.lora_rank}
    save:
      dtype: float16
      save_every: ${input.steps + 1}
    datasets:
    - folder_path: input_images
      caption_ext: txt
      caption_dropout_rate: ${input.caption_dropout_rate}
      resolution: [${input.resolution}]
    train:
      batch_size: ${input.batch_size}
      steps: ${input.steps}
      noise_scheduler: flowmatch
      optimizer: ${input.optimizer}
      lr: ${input.learning_rate}
    model:
      name_or_path: FLUX.1-dev
      is_flux: true
meta:
  name: flux_train_replicate
  simulation: true
`;
