import type { AiModelsContext } from '../context.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { downloadModelFile, type ModelDownload } from '../storage/download-model.ts';
import { signPath } from '../storage/sign-urls.ts';
import { parseRowPath } from '../storage/storage-paths.ts';
import { loadModel } from './model-loader.ts';

/** The weights of a model on their way. */
export interface DownloadedModel extends ModelDownload {
  /** What to call the file: `flux-lora-v1.safetensors`. */
  readonly fileName: string;
}

/** The weights of a model, as a stream whose hash is checked as it is read. */
export async function downloadModel(
  context: AiModelsContext,
  modelId: string,
  { signal }: Stoppable = {},
): Promise<DownloadedModel> {
  const model = await loadModel(context, modelId, { retired: true });
  const { key } = parseRowPath(model.path);
  const file = { key, sizeBytes: model.size_bytes, sha256: model.sha256 };
  const download = await downloadModelFile(context.files, file, { signal });
  return { ...download, fileName: `${model.slug}.safetensors` };
}

/** An address for the weights of a model, good for five minutes. */
export async function getModelUrl(context: AiModelsContext, modelName: string): Promise<string> {
  const model = await loadModel(context, modelName, { retired: true });
  return signPath(context, parseRowPath(model.path), { download: `${model.slug}.safetensors` });
}
