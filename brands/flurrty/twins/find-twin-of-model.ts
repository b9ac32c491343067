import { requireViewer } from '@act/auth';
import { readFirst } from '@act/storefront/interface/read-first';
import type { BrandModel } from '@act/ui/api/answers';

/** The training that a model came of; null where it is gone, or somebody else's. */
export async function findTwinOfModel(modelId: string): Promise<string | null> {
  const { brand } = await requireViewer();
  const model = await readFirst<BrandModel>(`/models/${encodeURIComponent(modelId)}`, { brandId: brand.id });
  return model?.jobId ?? null;
}
