'use client';

import type { BrandModel, Generation } from '@act/ui/api/answers';
import { EmptyState } from '@act/ui/primitives/empty-state';
import { More } from '@act/ui/primitives/more';
import { Skeleton } from '@act/ui/primitives/skeleton';
import { MadeLightbox } from '@act/ui/screens/generate/made-lightbox';
import { ScreenError } from '@act/ui/screens/screen-error';
import { withoutDeleted } from '@act/ui/studio/generate/generation-pages';
import { untouchedWish } from '@act/ui/studio/generate/prompt-wish';
import { useAsking } from '@act/ui/studio/generate/use-asking';
import { useDeferredDelete } from '@act/ui/studio/generate/use-deferred-delete';
import { useGenerations } from '@act/ui/studio/generate/use-generations';
import { useMadePictures } from '@act/ui/studio/generate/use-made-pictures';
import { usePictureQuote } from '@act/ui/studio/generate/use-picture-quote';
import { Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { composePrompt, wantedOf } from '../traits/prompt.ts';
import { AskForm } from './ask-form.tsx';
import { PictureList } from './picture-list.tsx';
import type { Twin } from './twin.ts';
import { useKeptAsk } from './use-kept-ask.ts';

interface TwinPicturesProps {
  readonly twin: Twin;
  readonly model: BrandModel;
  readonly mayAct: boolean;
}

/** Pictures of one twin: asked for in a few words, made in their places, and kept. */
export function TwinPictures({ twin: { name, traits, job }, model, mayAct }: TwinPicturesProps) {
  const words = useTranslations('twin');
  const results = useGenerations(undefined, { modelId: model.modelId });
  const deletion = useDeferredDelete(results.forget);
  const { asked, refusal, ask } = useAsking(results, [model]);
  const [wanted, setWanted] = useKeptAsk(job.id);
  const form = useRef<HTMLDivElement>(null);
  const made = useMemo(
    () =>
      [...asked, ...withoutDeleted(results.items, deletion.hidden)]
        // What is said of the twin is said in each of them.
        .map((one) => ({ ...one, prompt: wantedOf(traits, one.prompt) })),
    [asked, results.items, deletion.hidden, traits],
  );
  const toWish = ({ text, count, aspectRatio }: typeof wanted) => ({
    ...untouchedWish,
    modelId: model.modelId,
    prompt: composePrompt(traits, text),
    count,
    aspectRatio,
  });
  const quote = usePictureQuote(toWish(wanted), mayAct ? model : undefined);
  const send = (what: typeof wanted) => void ask(toWish(what));
  const reuse = ({ prompt }: Generation) => {
    setWanted({ ...wanted, text: prompt });
    form.current?.scrollIntoView({ block: 'center' });
    form.current?.querySelector('textarea')?.focus({ preventScroll: true });
  };
  const madePictures = useMadePictures({
    results,
    deletion,
    made,
    onRemix: reuse,
    onAgain: ({ prompt, requestedImages }) =>
      send({ ...wanted, text: prompt, count: requestedImages === 1 ? 1 : wanted.count }),
  });
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {mayAct && (
        <div ref={form}>
          <AskForm
            name={name}
            traits={traits}
            wanted={wanted}
            quote={quote}
            onChange={setWanted}
            onSend={() => send(wanted)}
          />
        </div>
      )}
      {refusal !== null && <ScreenError title={words('notAsked')} error={refusal} />}
      {results.isError && !results.data ? (
        <ScreenError
          title={words('picturesNotLoaded')}
          error={results.error}
          onRetry={() => void results.refetch()}
        />
      ) : results.isPending ? (
        <Skeleton className="h-64 w-full rounded-lg" />
      ) : made.length === 0 ? (
        <EmptyState
          icon={<Sparkles aria-hidden />}
          title={words('empty', { name })}
          line={words('emptyLine')}
        />
      ) : (
        <PictureList generations={made} canChange={mayAct} {...madePictures.actions} />
      )}
      {results.hasNextPage && (
        <More
          shown={made.length}
          hasMore
          isLoading={results.isFetchingNextPage}
          onMore={() => void results.fetchNextPage()}
        />
      )}
      <MadeLightbox made={madePictures} canChange={mayAct} />
    </div>
  );
}
