import { z } from 'zod';
import { loraTraitsSchema } from '../../lora/lora-traits.ts';

/** What a version does when it is run: train others, or make pictures or captions. */
const programNames = ['flux-trainer', 'flux-dev-lora', 'trained-flux', 'llava'] as const;
export type ProgramName = (typeof programNames)[number];

const versionSchema = z.object({
  id: z.string(),
  createdAt: z.number(),
  program: z.enum(programNames),
  /** What the weights of a trained version carry. */
  traits: loraTraitsSchema.nullable(),
});
export type ModelVersion = z.infer<typeof versionSchema>;

export const modelSchema = z.object({
  owner: z.string(),
  name: z.string(),
  visibility: z.enum(['public', 'private']),
  description: z.string().nullable(),
  githubUrl: z.string().nullable(),
  paperUrl: z.string().nullable(),
  licenseUrl: z.string().nullable(),
  coverImageUrl: z.string().nullable(),
  /** Run by its name alone; its version is not shown. */
  isOfficial: z.boolean(),
  runCount: z.int(),
  /** The newest first. */
  versions: z.array(versionSchema),
});
export type Model = z.infer<typeof modelSchema>;

export type NewModel = Pick<Model, 'owner' | 'name' | 'visibility'> & Partial<Model>;

/** As the API names it. */
export const nameOf = ({ owner, name }: Model): string => `${owner}/${name}`;
