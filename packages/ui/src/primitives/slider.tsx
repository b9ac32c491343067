'use client';

import { Slider as BaseSlider } from '@base-ui/react/slider';
import type { ReactNode } from 'react';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step?: number | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly hint?: ReactNode;
  /** How the value is written; as it is unless told. */
  readonly format?: ((value: number) => string) | undefined;
  readonly onSlide: (value: number) => void;
}

export function Slider(props: SliderProps) {
  const { label, value, minimum, maximum, step = 1, isDisabled = false, hint, onSlide } = props;
  const { format = String } = props;
  return (
    <BaseSlider.Root
      value={value}
      min={minimum}
      max={maximum}
      step={step}
      disabled={isDisabled}
      onValueChange={onSlide}
      className="flex flex-col gap-1"
    >
      <div className="flex items-baseline justify-between gap-3">
        <BaseSlider.Label className="font-medium text-sm">{label}</BaseSlider.Label>
        <span className="figures text-sm">{format(value)}</span>
      </div>
      <BaseSlider.Control className="flex h-6 touch-none items-center data-disabled:opacity-50 pointer-coarse:h-11">
        <BaseSlider.Track className="h-1 w-full rounded-full bg-edge/50">
          <BaseSlider.Indicator className="rounded-full bg-accent" />
          <BaseSlider.Thumb
            getAriaValueText={() => format(value)}
            className="size-4 rounded-full border-2 border-accent bg-raised has-focus-visible:outline-2 has-focus-visible:outline-accent-ink has-focus-visible:outline-offset-2"
          />
        </BaseSlider.Track>
      </BaseSlider.Control>
      {hint && <p className="text-muted text-sm">{hint}</p>}
    </BaseSlider.Root>
  );
}
