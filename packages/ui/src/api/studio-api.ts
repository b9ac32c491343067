import type {
  Asset,
  BrandDocument,
  BrandModel,
  CaptionRequest,
  GeneratedImage,
  Generation,
  GenerationQuote,
  NoticePage,
  Page,
  ReadinessReport,
  RequestedCaptions,
  TrainingJob,
  TrainingQuote,
  TrainingRules,
  UploadTarget,
} from './answers.ts';
import { type ApiAccess, type ApiCall, callApi, checkFile, sendToApi } from './call-api.ts';
import { createTaggedCall } from './call-tagged.ts';
import type {
  CaptionWish,
  GenerationFilter,
  GenerationWish,
  JobQuery,
  TrainingConfigWish,
  TrainingWish,
} from './wishes.ts';

const underWay = ['pending', 'uploading', 'queued', 'training', 'saving'] as const;

interface PageQuery {
  readonly cursor?: string | null | undefined;
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the screens ask of the interface, for one brand, as whoever is signed in. */
export type StudioApi = ReturnType<typeof createStudioApi>;

export const createStudioApi = (access: ApiAccess) => {
  const call = <Answer>(one: ApiCall) => callApi<Answer>(access, one);
  const poll = createTaggedCall(access);
  const at = encodeURIComponent;
  const command = async (one: ApiCall): Promise<void> => void (await sendToApi(access, one));
  const list = <Item>(path: string, query: NonNullable<ApiCall['query']>, signal: AbortSignal | undefined) =>
    call<Page<Item>>({ path, query, signal });
  return {
    brandId: access.brandId,
    /** Whether a file is to be had, before a browser is led there. */
    checkFile: (url: string) => checkFile(access, url),
    assets: {
      list: ({
        signal,
        ...query
      }: PageQuery & { isTrainingData?: boolean; status?: readonly Asset['status'][] }) =>
        list<Asset>('/assets', query, signal),
      /** The file itself, for whoever is signed in; from where the page is, whatever a server is called behind others. */
      imageUrl: ({ id }: Pick<Asset, 'id'>) =>
        `${access.baseUrl}/assets/${at(id)}/file?brandId=${at(access.brandId)}`,
      readFile: async ({ id }: Pick<Asset, 'id'>) =>
        (await sendToApi(access, { path: `/assets/${at(id)}/file` })).blob(),
      prepareUpload: (file: { name: string; contentType: string }) =>
        call<UploadTarget>({ method: 'POST', path: '/assets/uploads', body: file }),
      add: (file: { path: string; name: string }) =>
        call<Asset>({ method: 'POST', path: '/assets', body: file }),
      update: (id: string, changes: { caption?: string | null; isTrainingData?: boolean }) =>
        call<Asset>({ method: 'PATCH', path: `/assets/${at(id)}`, body: changes }),
      deleteMany: (assetIds: readonly string[]) =>
        call<{ deleted: readonly string[]; kept: readonly string[] }>({
          method: 'POST',
          path: '/assets/delete',
          body: { assetIds },
        }),
      requestCaptions: (wish: CaptionWish) =>
        call<RequestedCaptions>({ method: 'POST', path: '/assets/captions', body: wish }),
      listCaptionRequests: ({
        signal,
        ...query
      }: PageQuery & { assetId?: readonly string[]; onlyWaiting?: boolean }) =>
        list<CaptionRequest>('/assets/captions', query, signal),
      /** All that may be trained with now, as a zip with captions. */
      exportUrl: () => `${access.baseUrl}/datasets/current/export?brandId=${at(access.brandId)}`,
      checkReadiness: (body: { assetIds: readonly string[]; subjectKind: string }, signal?: AbortSignal) =>
        call<ReadinessReport>({ method: 'POST', path: '/assets/readiness', body, signal }),
    },
    jobs: {
      list: ({ signal, ...query }: PageQuery & JobQuery) =>
        poll<Page<TrainingJob>>({ path: '/training/jobs', query, signal }),
      get: (id: string, signal?: AbortSignal) =>
        poll<TrainingJob>({ path: `/training/jobs/${at(id)}`, signal }),
      /** The same for every brand. */
      rules: (signal?: AbortSignal) => call<TrainingRules>({ path: '/training/settings', signal }),
      eventsUrl: (id: string) =>
        `${access.baseUrl}/training/jobs/${at(id)}/events?brandId=${at(access.brandId)}`,
      quote: (body: { modelType: string; config: TrainingConfigWish }, signal?: AbortSignal) =>
        call<TrainingQuote>({ method: 'POST', path: '/training/quote', body, signal }),
      start: (body: TrainingWish, idempotencyKey: string) =>
        call<{ jobId: string }>({ method: 'POST', path: '/training/start', body, idempotencyKey }),
      cancel: (id: string) => call<TrainingJob>({ method: 'POST', path: `/training/jobs/${at(id)}/cancel` }),
      retry: (id: string) => call<TrainingJob>({ method: 'POST', path: `/training/jobs/${at(id)}/retry` }),
      delete: (id: string) => command({ method: 'DELETE', path: `/training/jobs/${at(id)}` }),
      restore: (id: string) =>
        call<TrainingJob>({ method: 'POST', path: `/training/jobs/${at(id)}/restore` }),
    },
    models: {
      list: ({ signal, ...query }: PageQuery & { includeRetired?: boolean }) =>
        list<BrandModel>('/models', query, signal),
      setAlias: (name: string, alias: string, version: number) =>
        call<BrandModel>({
          method: 'PUT',
          path: `/models/${at(name)}/aliases/${at(alias)}`,
          body: { version },
        }),
      retire: (modelId: string) =>
        call<BrandModel>({ method: 'POST', path: `/models/${at(modelId)}/retire` }),
      restore: (modelId: string) =>
        call<BrandModel>({ method: 'POST', path: `/models/${at(modelId)}/restore` }),
      /** For good, with its weights. */
      delete: (modelId: string) => command({ method: 'DELETE', path: `/models/${at(modelId)}` }),
      downloadUrl: (modelId: string) =>
        `${access.baseUrl}/models/${at(modelId)}/download?brandId=${at(access.brandId)}`,
    },
    generations: {
      list: ({ signal, ...query }: PageQuery & GenerationFilter) =>
        list<Generation>('/generations', query, signal),
      quote: (body: Omit<GenerationWish, 'prompt'>, signal?: AbortSignal) =>
        call<GenerationQuote>({ method: 'POST', path: '/generations/quote', body, signal }),
      create: (body: GenerationWish, idempotencyKey: string) =>
        call<Generation>({ method: 'POST', path: '/generations', body, idempotencyKey }),
      delete: (id: string) => command({ method: 'DELETE', path: `/generations/${at(id)}` }),
      updateImage: (id: string, changes: { isStarred?: boolean; rating?: number | null }) =>
        call<Pick<GeneratedImage, 'id' | 'rating' | 'isStarred'>>({
          method: 'PATCH',
          path: `/generation-images/${at(id)}`,
          body: changes,
        }),
      deleteImage: (id: string) => command({ method: 'DELETE', path: `/generation-images/${at(id)}` }),
    },
    documents: {
      list: ({ cursor, signal }: { cursor?: string | null; signal?: AbortSignal }) =>
        call<Page<BrandDocument>>({ path: '/documents', query: { cursor }, signal }),
      prepareUpload: (file: { name: string; contentType: string }) =>
        call<UploadTarget>({ method: 'POST', path: '/documents/uploads', body: file }),
      add: (file: { path: string; name: string }) =>
        call<BrandDocument>({ method: 'POST', path: '/documents', body: file }),
      fileUrl: (id: string) => `${access.baseUrl}/documents/${at(id)}/file?brandId=${at(access.brandId)}`,
      delete: (id: string) => command({ method: 'DELETE', path: `/documents/${at(id)}` }),
    },
    running: {
      /** The trainings that are not done; a page of them is enough to show. */
      jobs: (signal?: AbortSignal) =>
        poll<Page<TrainingJob>>({ path: '/training/jobs', query: { status: underWay, limit: 5 }, signal }),
    },
    notices: {
      list: ({ cursor, signal, limit }: { cursor?: string | null; limit?: number; signal?: AbortSignal }) =>
        poll<NoticePage>({ path: '/notices', query: { cursor, limit }, signal }),
      /** These, or all. */
      markRead: (ids?: readonly string[]) =>
        call<{ marked: number }>({ method: 'POST', path: '/notices/read', body: ids ? { ids } : {} }),
    },
  };
};
