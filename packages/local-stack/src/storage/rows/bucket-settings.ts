import { z } from 'zod';
import { refusals } from '../errors/refusals.ts';

const mimeType = z
  .string()
  .max(1000)
  .regex(/^([a-zA-Z0-9\-+.]+)\/([a-zA-Z0-9\-+.]+)(;\s*charset=[a-zA-Z0-9-]+)?$|\*$/);

const settings = {
  public: z.boolean().optional(),
  file_size_limit: z.union([z.number(), z.string()]).nullish(),
  allowed_mime_types: z.array(z.string()).nullish(),
  // Newer clients can switch versions on; hosted has them switched off.
  versioning_status: z.undefined({ error: 'is not supported: versions are not enabled' }).optional(),
};

export const createBucketSchema = z.object({
  ...settings,
  name: z.string(),
  id: z.string().optional(),
  type: z.enum(['STANDARD', 'ANALYTICS']).optional(),
});

export const updateBucketSchema = z
  .object(settings)
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: 'must change something',
  });

/** A size in bytes, or as text: `20MB`, `1.5GB`, in powers of ten as hosted counts them. */
export function parseSizeLimit(limit: number | string | null | undefined): number | null | undefined {
  if (typeof limit !== 'string') {
    if (typeof limit === 'number' && (!Number.isSafeInteger(limit) || limit < 0))
      throw refusals.invalidParameter('file_size_limit');
    return limit;
  }
  const [, amount = '', unit = ''] = limit.match(/^(\d+(?:\.\d+)?)(gb|mb|kb|b)$/i) ?? [];
  const factor = { gb: 1e9, mb: 1e6, kb: 1e3, b: 1 }[unit.toLowerCase()];
  if (factor === undefined) {
    throw refusals.invalidRequest('Invalid file size format, hint: use 20GB / 20MB / 30KB / 3B');
  }
  return Math.floor(Number(amount) * factor);
}

export function parseAllowedTypes(types: string[] | null | undefined): string[] | null | undefined {
  const named = types?.filter((type) => type !== '');
  for (const type of named ?? []) {
    if (!mimeType.safeParse(type).success) throw refusals.invalidMimeType(type);
  }
  return types ? named : types;
}
