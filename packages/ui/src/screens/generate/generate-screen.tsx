'use client';

import { Boxes, Sparkles } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { BrandModel, Generation, Page } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { More } from '../../primitives/more.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { useShortcuts } from '../../primitives/use-shortcuts.ts';
import { ScreenError } from '../screen-error.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { usePages } from '../use-pages.ts';
import { findModel, isModelNamed } from './find-model.ts';
import { withoutDeleted } from './generation-pages.ts';
import { MadeLightbox } from './made-lightbox.tsx';
import { PromptForm } from './prompt-form.tsx';
import { toWish } from './prompt-wish.ts';
import { ResultList } from './result-list.tsx';
import { useAsking } from './use-asking.ts';
import { useDeferredDelete } from './use-deferred-delete.ts';
import { useGenerations } from './use-generations.ts';
import { useKeptWish } from './use-kept-wish.ts';
import { useMadePictures } from './use-made-pictures.ts';
import { usePictureQuote } from './use-picture-quote.ts';
import { useRemix } from './use-remix.ts';

interface GenerateScreenProps {
  /** As the address names it: a version, or a model, whose live or newest version is meant. */
  readonly modelId?: string | undefined;
  readonly firstModels?: Page<BrandModel> | undefined;
  readonly firstGenerations?: Page<Generation> | undefined;
  /** A storefront's own suggestions of what to see, over the prompt and in place of our templates. */
  readonly ideas?: ((given: IdeasGiven) => ReactNode) | undefined;
}

export interface IdeasGiven {
  /** The model that is chosen. */
  readonly model: BrandModel | undefined;
  readonly prompt: string;
  readonly onPrompt: (prompt: string) => void;
}

/** Words on the left, pictures on the right, each in its place from the first moment on. */
export function GenerateScreen({ modelId, firstModels, firstGenerations, ideas }: GenerateScreenProps) {
  const words = useWords('generate');
  const { api, brand } = useStudio();
  const canChange = brand.role !== 'viewer';
  const models = usePages({
    key: ['models', 'ready'],
    load: (cursor, signal) => api.models.list({ cursor, signal }),
    first: firstModels,
  });
  const results = useGenerations(firstGenerations);
  const deletion = useDeferredDelete(results.forget);
  const { asked, refusal, ask } = useAsking(results, models.items);
  const [edited, setEdited] = useKeptWish(modelId !== undefined);
  // What was kept may name a model that is gone since.
  const isKnown = models.items.some((one) => one.modelId === edited.modelId);
  const wish = {
    ...edited,
    modelId: isKnown ? edited.modelId : (findModel(models.items, modelId)?.modelId ?? ''),
  };
  const made = useMemo(
    () => withoutDeleted(results.items, deletion.hidden),
    [results.items, deletion.hidden],
  );
  const model = models.items.find((one) => one.modelId === wish.modelId);
  const quote = usePictureQuote(wish, canChange ? model : undefined);
  const isNamed = modelId === undefined || isModelNamed(models.items, modelId);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = models;
  useEffect(() => {
    // It may be an older one, further down.
    if (!isNamed && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isNamed, hasNextPage, isFetchingNextPage, fetchNextPage]);
  // Said until another one is chosen by hand.
  const missing = models.isSuccess && !isNamed && !hasNextPage && !isKnown ? modelId : undefined;
  const form = useRef<HTMLDivElement>(null);
  const reuse = (from: Generation) => {
    setEdited(toWish(from, models.items, wish));
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector('textarea')?.focus({ preventScroll: true });
  };
  const madePictures = useMadePictures({
    results,
    deletion,
    made,
    onRemix: reuse,
    onAgain: (failed) => void ask(toWish(failed, models.items, wish)),
  });
  const places = useRef<HTMLDivElement>(null);
  const send = () => {
    if (!canChange) return;
    void ask(wish);
    places.current?.scrollIntoView({ block: 'start' });
  };
  useShortcuts({ 'mod+Enter': send }, madePictures.open === null);
  const { take } = useRemix();
  const handOver = useRef(reuse);
  handOver.current = reuse;
  const hasModels = models.items.length > 0;
  useEffect(() => {
    const handed = hasModels ? take() : undefined;
    if (handed) handOver.current(handed);
  }, [take, hasModels]);
  return (
    <>
      <PageHeader title={words('title')} />
      <PageBody>
        {models.isError && !models.data ? (
          <ScreenError
            title={words('notLoaded')}
            error={models.error}
            onRetry={() => void models.refetch()}
          />
        ) : models.isSuccess && !hasModels ? (
          <EmptyState
            icon={<Boxes aria-hidden />}
            title={words('noModels')}
            line={words(canChange ? 'noModelsLine' : 'viewer')}
            action={
              canChange && (
                <ButtonLink href={studioPaths.upload} variant="primary">
                  {words('train')}
                </ButtonLink>
              )
            }
          />
        ) : (
          <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[340px_minmax(0,1fr)] xl:grid-cols-[380px_minmax(0,1fr)]">
            <div
              ref={form}
              className="flex scroll-mt-20 flex-col gap-4 lg:sticky lg:top-[75px] lg:-mr-3 lg:max-h-[calc(100dvh-91px)] lg:overflow-y-auto lg:pr-3 lg:[scrollbar-width:thin]"
            >
              {missing !== undefined && canChange && (
                <p role="status" className="max-w-prose rounded-md bg-warn-soft px-3 py-2 text-sm">
                  {words('unknownModel', { asked: missing, model: wish.modelId })}
                </p>
              )}
              {canChange ? (
                <PromptForm
                  wish={wish}
                  models={models.items}
                  made={made}
                  lastSeed={madePictures.pictures[0]?.seed ?? null}
                  quote={quote}
                  isSending={false}
                  isDisabled={wish.modelId === ''}
                  ideas={ideas?.({
                    model,
                    prompt: wish.prompt,
                    onPrompt: (prompt) => setEdited({ ...wish, prompt }),
                  })}
                  onChange={setEdited}
                  onReuse={reuse}
                  onSend={send}
                />
              ) : (
                <p className="max-w-prose rounded-md border border-line px-4 py-3 text-muted">
                  {words('viewer')}
                </p>
              )}
              {refusal !== null && <ScreenError title={words('notAsked')} error={refusal} />}
            </div>
            {results.isError && !results.data ? (
              <ScreenError
                title={words('resultsNotLoaded')}
                error={results.error}
                onRetry={() => void results.refetch()}
              />
            ) : results.isPending ? (
              <Skeleton className="h-80 w-full" />
            ) : made.length + asked.length === 0 ? (
              <EmptyState
                icon={<Sparkles aria-hidden />}
                title={words('empty')}
                line={words(canChange ? 'emptyLine' : 'viewerEmpty')}
              />
            ) : (
              <div ref={places} className="min-w-0 scroll-mt-20">
                <ResultList
                  generations={[...asked, ...made]}
                  canChange={canChange}
                  {...madePictures.actions}
                />
                {results.hasNextPage && (
                  <More
                    shown={made.length}
                    hasMore
                    isLoading={results.isFetchingNextPage}
                    onMore={() => void results.fetchNextPage()}
                  />
                )}
              </div>
            )}
          </div>
        )}
        <MadeLightbox made={madePictures} canChange={canChange} />
      </PageBody>
    </>
  );
}
