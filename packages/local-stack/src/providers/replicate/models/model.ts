import type { LoraTraits } from '../../lora/lora-traits.ts';

/** What a version does when it is run: train others, or make pictures or captions. */
export type ProgramName = 'flux-trainer' | 'flux-dev-lora' | 'trained-flux' | 'llava';

export interface ModelVersion {
  id: string;
  createdAt: number;
  program: ProgramName;
  /** What the weights of a trained version carry. */
  traits: LoraTraits | null;
}

export interface Model {
  owner: string;
  name: string;
  visibility: 'public' | 'private';
  description: string | null;
  githubUrl: string | null;
  paperUrl: string | null;
  licenseUrl: string | null;
  coverImageUrl: string | null;
  /** Run by its name alone; its version is not shown. */
  isOfficial: boolean;
  runCount: number;
  /** The newest first. */
  versions: ModelVersion[];
}

export type NewModel = Pick<Model, 'owner' | 'name' | 'visibility'> & Partial<Model>;

/** As the API names it. */
export const nameOf = ({ owner, name }: Model): string => `${owner}/${name}`;
