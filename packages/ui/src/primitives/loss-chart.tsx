'use client';

import dynamic from 'next/dynamic';
import { useLocale } from 'next-intl';
import { useMemo, useState } from 'react';
import type { LossPoint } from '../jobs/loss-point.ts';
import { smooth } from '../jobs/smoothing.ts';
import { useWords } from '../messages/use-words.ts';
import { Slider } from './slider.tsx';
import { Switch } from './switch.tsx';

interface LossChartProps {
  readonly points: readonly LossPoint[];
  /** Steps at which weights were saved, drawn as lines. */
  readonly saves?: readonly number[] | undefined;
}

const height = 260;
const LossPlot = dynamic(() => import('./loss-plot.tsx').then((module) => module.LossPlot), {
  ssr: false,
  loading: () => <div className="plate rounded-md" style={{ height }} />,
});

const noSaves: readonly number[] = [];

/** Training health: the loss over the steps, smoothed, in the same place before and after it has loaded. */
export function LossChart({ points, saves = noSaves }: LossChartProps) {
  const [words, language] = [useWords('loss'), useLocale()];
  const [strength, setStrength] = useState(0.8);
  const [isLogarithmic, setIsLogarithmic] = useState(false);
  const smoothed = useMemo(
    () =>
      smooth(
        points.map(({ loss }) => loss),
        strength,
      ),
    [points, strength],
  );
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
  const known = points.filter((point) => point.loss !== null);
  const [first, last] = [known[0], known.at(-1)];
  const summary =
    first?.loss && last?.loss
      ? words('summary', {
          from: number.format(first.loss),
          to: number.format(last.loss),
          step: last.step,
        })
      : words('none');
  return (
    <figure className="flex flex-col gap-4">
      <div role="img" aria-label={summary} style={{ minHeight: height }}>
        <LossPlot
          points={points}
          smoothed={smoothed}
          saves={saves}
          isLogarithmic={isLogarithmic}
          height={height}
        />
      </div>
      <figcaption className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <p className="min-w-56 max-w-prose flex-1 text-muted text-sm">{summary}</p>
        <div className="flex shrink-0 flex-wrap items-end gap-6">
          <div className="w-44">
            <Slider
              label={words('smoothing')}
              value={strength}
              minimum={0}
              maximum={0.98}
              step={0.02}
              format={(value) => `${Math.round(value * 100)} %`}
              onSlide={setStrength}
            />
          </div>
          <Switch label={words('logarithmic')} isOn={isLogarithmic} onToggle={setIsLogarithmic} />
        </div>
      </figcaption>
    </figure>
  );
}
