import { z } from 'zod';
import { toTimestamp } from '../ids.ts';
import { programInputs } from '../programs/program-inputs.ts';
import { type Model, type ModelVersion, nameOf } from './model.ts';

/** A model as the API shows it. */
export function toModelAnswer(model: Model) {
  const [latest] = model.versions;
  return {
    url: `https://replicate.com/${nameOf(model)}`,
    owner: model.owner,
    name: model.name,
    description: model.description,
    visibility: model.visibility,
    is_official: model.isOfficial,
    github_url: model.githubUrl,
    paper_url: model.paperUrl,
    license_url: model.licenseUrl,
    run_count: model.runCount,
    cover_image_url: model.coverImageUrl,
    default_example: null,
    latest_version: latest ? toVersionAnswer(latest) : null,
  };
}

/** A version as the API shows it. */
export function toVersionAnswer({ id, createdAt, program }: ModelVersion) {
  const Input = z.toJSONSchema(programInputs[program], { io: 'input' });
  return {
    id,
    created_at: toTimestamp(createdAt),
    cog_version: '0.16.2',
    openapi_schema: {
      openapi: '3.0.2',
      info: { title: 'Cog', version: '0.1.0' },
      components: { schemas: { Input } },
    },
  };
}
