import { z } from 'zod';

/** Width and height at one megapixel. */
const sizes = {
  '1:1': [1024, 1024],
  '16:9': [1344, 768],
  '21:9': [1536, 640],
  '3:2': [1216, 832],
  '2:3': [832, 1216],
  '4:5': [896, 1088],
  '5:4': [1088, 896],
  '3:4': [896, 1152],
  '4:3': [1152, 896],
  '9:16': [768, 1344],
  '9:21': [640, 1536],
} as const;

const aspectRatios = z.enum([
  '1:1',
  '16:9',
  '21:9',
  '3:2',
  '2:3',
  '4:5',
  '5:4',
  '3:4',
  '4:3',
  '9:16',
  '9:21',
]);
const loraScale = z.number().min(-1).max(3).default(1);
const side = z.int().min(256).max(1440);

/** What all flux models take. */
const shared = {
  prompt: z.string(),
  image: z.string().optional(),
  prompt_strength: z.number().min(0).max(1).default(0.8),
  num_outputs: z.int().min(1).max(4).default(1),
  num_inference_steps: z.int().min(1).max(50).default(28),
  seed: z.int().optional(),
  output_format: z.enum(['webp', 'jpg', 'png']).default('webp'),
  output_quality: z.int().min(0).max(100).default(80),
  disable_safety_checker: z.boolean().default(false),
  megapixels: z.enum(['1', '0.25']).default('1'),
  lora_scale: loraScale,
  extra_lora: z.string().optional(),
  extra_lora_scale: loraScale,
};

/** The input of `black-forest-labs/flux-dev-lora`. */
export const fluxDevLoraInputSchema = z.strictObject({
  ...shared,
  aspect_ratio: aspectRatios.default('1:1'),
  guidance: z.number().min(0).max(10).default(3),
  go_fast: z.boolean().default(true),
  lora_weights: z.string().optional(),
  hf_api_token: z.string().optional(),
  civitai_api_token: z.string().optional(),
});

/** The input of a version that was trained: the strength of guidance goes by another name here. */
export const trainedFluxInputSchema = z.strictObject({
  ...shared,
  aspect_ratio: z.enum([...aspectRatios.options, 'custom']).default('1:1'),
  width: side.optional(),
  height: side.optional(),
  mask: z.string().optional(),
  model: z.enum(['dev', 'schnell']).default('dev'),
  guidance_scale: z.number().min(0).max(10).default(3),
  go_fast: z.boolean().default(false),
  replicate_weights: z.string().optional(),
});

export type FluxDevLoraInput = z.infer<typeof fluxDevLoraInputSchema>;
export type TrainedFluxInput = z.infer<typeof trainedFluxInputSchema>;

/** How large a picture of this input is. */
export function pictureSize(input: FluxDevLoraInput | TrainedFluxInput): { width: number; height: number } {
  if (input.aspect_ratio === 'custom') {
    const { width = 1024, height = 1024 } = 'width' in input ? input : {};
    return { width: Math.ceil(width / 16) * 16, height: Math.ceil(height / 16) * 16 };
  }
  const [width, height] = sizes[input.aspect_ratio];
  const divisor = input.megapixels === '0.25' ? 2 : 1;
  return { width: width / divisor, height: height / divisor };
}
