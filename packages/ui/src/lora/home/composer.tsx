'use client';

import { ArrowUpRight, Plus } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { usePrice } from '../../primitives/price.tsx';
import { Segments } from '../../primitives/segments.tsx';
import { Slider } from '../../primitives/slider.tsx';
import { AspectChips } from '../../screens/generate/aspect-chips.tsx';
import { type PromptWish, pictureCounts } from '../../screens/generate/prompt-wish.ts';
import { placeOfTrigger } from '../../screens/generate/prompt-words.ts';
import { SeedField } from '../../screens/generate/seed-field.tsx';
import { howKnown, type PictureQuote } from '../../screens/generate/use-picture-quote.ts';
import { useStudio } from '../../screens/studio.tsx';
import type { ReadyLora } from '../lora.ts';
import { loraPaths } from '../lora-paths.ts';
import { LoraPicker } from './lora-picker.tsx';

interface ComposerProps {
  readonly wish: PromptWish;
  readonly loras: readonly ReadyLora[];
  readonly lora: ReadyLora | undefined;
  readonly lastSeed: number | null;
  /** What the last pictures like these cost each; null where nobody knows. */
  readonly quote: PictureQuote;
  readonly onChange: (wish: PromptWish) => void;
  readonly onChoose: (id: string) => void;
  readonly onSend: () => void;
}

/** The prompt large across the page, and beneath it in one ruled line what it is painted with. */
export function Composer(props: ComposerProps) {
  const { wish, loras, lora, lastSeed, quote, onChange, onChoose, onSend } = props;
  const [words, shared, price] = [useWords('lora.home'), useWords('generate'), usePrice()];
  const { allowedModelTypes } = useStudio().brand.training;
  const change = (changes: Partial<PromptWish>) => onChange({ ...wish, ...changes });
  const word = lora?.trigger_word ?? null;
  const place = word === null ? 'none' : placeOfTrigger(wish.prompt, word);
  return (
    <form
      className="flex flex-col border-line border-b-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <label className="sr-only" htmlFor="prompt">
        {words('promptLabel')}
      </label>
      <textarea
        id="prompt"
        value={wish.prompt}
        maxLength={4000}
        rows={2}
        placeholder={words('prompt')}
        onChange={({ target }) => change({ prompt: target.value })}
        className="field-sizing-content max-h-80 min-h-16 w-full resize-none bg-transparent pb-4 font-display font-medium text-xl outline-offset-4 placeholder:text-muted sm:min-h-28 sm:text-2xl"
      />
      <p role="status" className="min-h-6 pb-2 text-muted text-sm">
        {word && words(place === 'front' ? 'wordGone' : 'word', { word })}
        {!lora && words(loras.length === 0 ? 'noLora' : 'needsLora')}
      </p>
      <div className="grid grid-cols-2 gap-x-6 gap-y-4 border-line border-t py-4 max-lg:[&>:nth-child(-n+2)]:col-span-2 lg:grid-cols-[minmax(0,4fr)_minmax(0,5fr)_minmax(0,3fr)_minmax(0,3fr)]">
        {loras.length === 0 ? (
          <div className="flex flex-col items-start justify-center">
            <ButtonLink href={loraPaths.create} variant="primary" icon={<Plus aria-hidden size={15} />}>
              <CreateWord />
            </ButtonLink>
          </div>
        ) : (
          <LoraPicker loras={loras} bases={allowedModelTypes} value={wish.modelId} onChoose={onChoose} />
        )}
        <AspectChips value={wish.aspectRatio} onChoose={(aspectRatio) => change({ aspectRatio })} />
        <Slider
          label={words('strength')}
          value={wish.scale}
          minimum={0}
          maximum={2}
          step={0.05}
          format={(value) => value.toFixed(2)}
          onSlide={(scale) => change({ scale })}
        />
        <div className="flex flex-col gap-1.5">
          <span aria-hidden className="font-medium text-sm">
            {words('count')}
          </span>
          <Segments
            label={words('count')}
            value={String(wish.count)}
            segments={pictureCounts.map((count) => ({ value: String(count), label: String(count) }))}
            onChoose={(chosen) =>
              change({ count: pictureCounts.find((count) => String(count) === chosen) ?? wish.count })
            }
          />
        </div>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-line border-t py-3">
        <details className="min-w-0 sm:max-w-96">
          <summary className="flex min-h-9 items-center font-medium text-sm underline decoration-edge underline-offset-4">
            {words('more')}
          </summary>
          <div className="pt-2">
            <SeedField seed={wish.seed} lastSeed={lastSeed} onChange={(seed) => change({ seed })} />
          </div>
        </details>
        <div className={classNames('flex items-center gap-4 max-sm:w-full')}>
          <p className="text-muted text-xs max-sm:hidden">{lora && shared(`cost.${howKnown(quote)}`)}</p>
          <Button
            type="submit"
            variant="primary"
            className="max-sm:flex-1"
            // The second half of a double click would pay again.
            onClick={(event) => event.detail > 1 && event.preventDefault()}
            aria-disabled={!lora || wish.prompt.trim() === ''}
            aria-keyshortcuts="Meta+Enter Control+Enter"
            cost={quote.data ? `≈ ${price(quote.data.estimatedCostUsd)}` : undefined}
          >
            {words('make', { count: wish.count })}
            <ArrowUpRight aria-hidden size={15} className="max-sm:hidden" />
          </Button>
        </div>
      </div>
    </form>
  );
}

const CreateWord = () => useWords('lora')('create');
