'use client';

import { Images } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useRef } from 'react';
import type { Generation, Page } from '../api/answers.ts';
import type { Lora } from '../api/lora-answers.ts';
import { PageBody } from '../frame/page-body.tsx';
import { useWords } from '../messages/use-words.ts';
import { EmptyState } from '../primitives/empty-state.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { useShortcuts } from '../primitives/use-shortcuts.ts';
import { isBeingMade, withoutDeleted } from '../screens/generate/generation-pages.ts';
import { MadeLightbox } from '../screens/generate/made-lightbox.tsx';
import { ResultList } from '../screens/generate/result-list.tsx';
import { useDeferredDelete } from '../screens/generate/use-deferred-delete.ts';
import { useGenerations } from '../screens/generate/use-generations.ts';
import { useMadePictures } from '../screens/generate/use-made-pictures.ts';
import { usePictureQuote } from '../screens/generate/use-picture-quote.ts';
import { ScreenError } from '../screens/screen-error.tsx';
import { useStudio } from '../screens/studio.tsx';
import { Composer } from './home/composer.tsx';
import { NewestStrip } from './home/newest-strip.tsx';
import { useLoraAsking } from './home/use-lora-asking.ts';
import { useLoraWish } from './home/use-lora-wish.ts';
import { isReady } from './lora.ts';
import { loraPaths } from './lora-paths.ts';
import { chooseLora, fromMade } from './lora-wish.ts';
import { useLoras } from './use-loras.ts';
import { useSharedLoras } from './use-shared-loras.ts';

interface LoraHomeScreenProps {
  /** As the address names it: the id of a LoRA. */
  readonly loraId?: string | undefined;
  /** That LoRA, which may lie further down the list; null where there is none for this person. */
  readonly wanted?: Lora | null | undefined;
  readonly firstLoras?: Page<Lora> | undefined;
  readonly firstGenerations?: Page<Generation> | undefined;
}

/** So many requests stay in place, and all that are being made; older ones are in the strip below. */
const inPlace = 1;

/** Where pictures are made: the prompt, the LoRA that paints it, and what came of it. */
export function LoraHomeScreen({ loraId, wanted, firstLoras, firstGenerations }: LoraHomeScreenProps) {
  const words = useWords('lora.home');
  const shared = useWords('generate');
  const { brand } = useStudio();
  const canChange = brand.role !== 'viewer';
  const list = useLoras({ first: firstLoras });
  const others = useSharedLoras();
  const loras = useMemo(() => {
    const all = [...list.items, ...others.items];
    return wanted && !all.some(({ id }) => id === wanted.id) ? [wanted, ...all] : all;
  }, [wanted, list.items, others.items]);
  const ready = loras.filter(isReady);
  const results = useGenerations(firstGenerations);
  const deletion = useDeferredDelete(results.forget);
  const { asked, refusal, ask } = useLoraAsking(results);
  const [wish, setWish] = useLoraWish({
    wantedId: loraId,
    loras,
    areRead: list.isSuccess && !others.isPending,
  });
  const made = useMemo(
    () => withoutDeleted(results.items, deletion.hidden),
    [results.items, deletion.hidden],
  );
  const lora = ready.find(({ id }) => id === wish.modelId);
  const modelId = lora?.model_id ?? '';
  const quote = usePictureQuote(
    { ...wish, modelId },
    canChange && lora && modelId ? { modelType: lora.model_type } : undefined,
  );
  const named = loraId === undefined ? undefined : loras.find(({ id }) => id === loraId);
  const choose = (id: string) => {
    const chosen = ready.find((one) => one.id === id);
    if (!chosen) return;
    setWish(chooseLora(wish, chosen, loras));
    // A reload, or a link that is sent on, means the same LoRA.
    window.history.replaceState(null, '', loraPaths.paintWith(id));
  };
  const top = useRef<HTMLDivElement>(null);
  const send = () => {
    if (lora && canChange && wish.prompt.trim() !== '') void ask(wish, lora);
  };
  const reuse = (from: Generation) => {
    setWish(fromMade(from, loras, wish));
    top.current?.scrollIntoView({ block: 'start' });
    top.current?.querySelector('textarea')?.focus({ preventScroll: true });
  };
  const again = (failed: Generation) => {
    const same = fromMade(failed, loras, wish);
    const painter = ready.find(({ id }) => id === same.modelId);
    if (painter) void ask(same, painter);
  };
  const madePictures = useMadePictures({ results, deletion, made, onRemix: reuse, onAgain: again });
  const { pictures } = madePictures;
  useShortcuts({ 'mod+Enter': send }, madePictures.open === null);
  const all = [...asked, ...made];
  const shown = all.filter((one, index) => index < inPlace || isBeingMade(one));
  const older = pictures.filter(({ generation }) => !shown.includes(generation));
  return (
    <PageBody>
      <div ref={top} className="flex scroll-mt-20 flex-col gap-3">
        <h1 className="sr-only">{words('title')}</h1>
        {loraId !== undefined && list.isSuccess && !named && (
          <p role="status" className="border-warn border-l-3 bg-warn-soft px-3 py-2 text-sm">
            {words('unknown')}
          </p>
        )}
        {named && !isReady(named) && (
          <p role="status" className="border-warn border-l-3 bg-warn-soft px-3 py-2 text-sm">
            {words('notReady', { name: named.name })}{' '}
            <Link href={loraPaths.lora(named.id)} className="font-medium underline underline-offset-2">
              {words('follow')}
            </Link>
          </p>
        )}
        {list.isError && !list.data ? (
          <ScreenError
            title={words('lorasNotLoaded')}
            error={list.error}
            onRetry={() => void list.refetch()}
          />
        ) : canChange ? (
          <Composer
            wish={wish}
            loras={ready}
            lora={lora}
            lastSeed={pictures[0]?.seed ?? null}
            quote={quote}
            onChange={setWish}
            onChoose={choose}
            onSend={send}
          />
        ) : (
          <p className="border border-line px-4 py-3 text-muted">{shared('viewer')}</p>
        )}
        {refusal && <ScreenError title={shared('notAsked')} error={refusal} />}
      </div>
      {results.isError && !results.data ? (
        <ScreenError
          title={shared('resultsNotLoaded')}
          error={results.error}
          onRetry={() => void results.refetch()}
        />
      ) : results.isPending ? (
        <Skeleton className="h-80 w-full" />
      ) : all.length === 0 ? (
        <EmptyState icon={<Images aria-hidden />} title={words('empty')} line={words('emptyLine')} />
      ) : (
        <>
          <section aria-labelledby="now" className="flex flex-col gap-3">
            <h2 id="now" className="sr-only">
              {words('now')}
            </h2>
            <ResultList generations={shown} canChange={canChange} {...madePictures.actions} />
          </section>
          <NewestStrip pictures={older} onOpen={madePictures.actions.onOpen} />
        </>
      )}
      <MadeLightbox made={madePictures} canChange={canChange} />
    </PageBody>
  );
}
