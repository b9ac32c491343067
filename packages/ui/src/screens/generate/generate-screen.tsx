'use client';

import { Boxes, Sparkles } from 'lucide-react';
import { useState } from 'react';
import type { BrandModel, GeneratedImage, Generation, Page } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { Lightbox } from '../../primitives/lightbox.tsx';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { usePages } from '../use-pages.ts';
import { PromptForm, type PromptWish } from './prompt-form.tsx';
import { ratioOf } from './ratio-of.ts';
import { ResultTiles } from './result-tiles.tsx';
import { useGenerations } from './use-generations.ts';

interface GenerateScreenProps {
  /** As the address names it: a version, or a model, whose live or newest version is meant. */
  readonly modelId?: string | undefined;
  readonly firstModels?: Page<BrandModel> | undefined;
  readonly firstGenerations?: Page<Generation> | undefined;
}

const untouched: PromptWish = {
  modelId: '',
  prompt: '[brand] ',
  count: 4,
  aspectRatio: '1:1',
  scale: 1,
  seed: null,
};

/** Words on the left, pictures on the right, each in its place from the first moment on. */
export function GenerateScreen({ modelId, firstModels, firstGenerations }: GenerateScreenProps) {
  const words = useWords('generate');
  const { api, brand } = useStudio();
  const models = usePages({
    key: ['models', 'ready'],
    load: (cursor, signal) => api.models.list({ cursor, signal }),
    first: firstModels,
  });
  const results = useGenerations(firstGenerations);
  const [edited, setEdited] = useState(untouched);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isSending, setIsSending] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const wish = { ...edited, modelId: edited.modelId || findModel(models.items, modelId) };
  const pictures = results.items.flatMap(({ images, prompt }) =>
    images.map((image) => ({ ...image, prompt })),
  );
  const send = async () => {
    if (isSending || wish.prompt.trim() === '' || wish.modelId === '') return;
    setIsSending(true);
    setRefusal(null);
    const { seed, count, scale, ...rest } = wish;
    const asked = { ...rest, imageCount: count, loraScale: scale, ...(seed !== null && { seed }) };
    try {
      results.show(await api.generations.create(asked, crypto.randomUUID()));
      await results.refresh();
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      setRefusal(error);
    } finally {
      setIsSending(false);
    }
  };
  const openImage = (image: GeneratedImage) => setOpen(pictures.findIndex(({ id }) => id === image.id));
  return (
    <>
      <PageHeader title={words('title')} />
      <PageBody>
        {models.isSuccess && models.items.length === 0 ? (
          <EmptyState
            icon={<Boxes aria-hidden />}
            title={words('noModels')}
            line={words('noModelsLine')}
            action={
              <ButtonLink href={studioPaths.upload} variant="primary">
                {words('train')}
              </ButtonLink>
            }
          />
        ) : (
          <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[340px_minmax(0,1fr)]">
            <div className="flex flex-col gap-4 lg:sticky lg:top-20">
              <PromptForm
                wish={wish}
                models={models.items}
                isSending={isSending}
                isDisabled={brand.role === 'viewer' || wish.modelId === ''}
                onChange={setEdited}
                onSend={() => void send()}
              />
              {refusal !== null && <ScreenError title={words('notAsked')} error={refusal} />}
            </div>
            {results.isSuccess && results.items.length === 0 ? (
              <EmptyState icon={<Sparkles aria-hidden />} title={words('empty')} line={words('emptyLine')} />
            ) : (
              <div className="flex min-w-0 flex-col gap-6">
                {results.items.map((generation) => (
                  <article key={generation.id}>
                    <h2 className="mb-2 line-clamp-2 max-w-prose text-muted text-sm">
                      <span className="figures mr-2 text-text">{generation.modelId}</span>
                      {generation.prompt}
                    </h2>
                    <div className="grid grid-cols-2 items-start gap-1 xl:grid-cols-4">
                      <ResultTiles
                        generation={generation}
                        ratio={ratioOf(generation)}
                        onOpen={openImage}
                        onStar={(image) => void results.star(image)}
                        onRemix={(made) => setEdited({ ...wish, prompt: made.prompt, modelId: made.modelId })}
                      />
                    </div>
                  </article>
                ))}
              </div>
            )}
          </div>
        )}
        <Lightbox
          pictures={pictures.map(({ id, url, prompt }) => ({ id, url, alt: prompt }))}
          index={open}
          onMove={setOpen}
          onClose={() => setOpen(null)}
        />
      </PageBody>
    </>
  );
}

const findModel = (models: readonly BrandModel[], wanted: string | undefined) => {
  const named = models.filter(
    ({ modelId, name }) => wanted === undefined || modelId === wanted || name === wanted,
  );
  const chosen = named.find(({ aliases }) => aliases.includes('live')) ?? named[0] ?? models[0];
  return chosen?.modelId ?? '';
};
