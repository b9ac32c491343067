'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import UPlot from 'uplot';
import type { LossPoint } from '../jobs/loss-point.ts';

interface LossPlotProps {
  readonly points: readonly LossPoint[];
  readonly smoothed: readonly (number | null)[];
  readonly saves: readonly number[];
  readonly isLogarithmic: boolean;
  readonly height: number;
}

/** Drawn by uPlot: dragging zooms, a double click shows everything again. New points leave a zoom as it is. */
export function LossPlot({ points, smoothed, saves, isLogarithmic, height }: LossPlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  const data = useRef<UPlot.AlignedData>([[], [], []]);
  useLayoutEffect(() => {
    data.current = toData(points, smoothed);
    const drawn = plot.current;
    if (!drawn) return;
    const isZoomed = isPart(drawn);
    drawn.setData(data.current, !isZoomed);
    if (isZoomed) drawn.redraw();
  }, [points, smoothed]);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const draw = () => new UPlot(toOptions(element, { saves, isLogarithmic, height }), data.current, element);
    plot.current = draw();
    const redraw = () => {
      plot.current?.destroy();
      plot.current = draw();
    };
    const size = new ResizeObserver(() => plot.current?.setSize({ width: element.clientWidth, height }));
    size.observe(element);
    // Colours are painted, so a change of theme paints again.
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] });
    const wish = window.matchMedia('(prefers-color-scheme: dark)');
    wish.addEventListener('change', redraw);
    return () => {
      size.disconnect();
      theme.disconnect();
      wish.removeEventListener('change', redraw);
      plot.current?.destroy();
      plot.current = null;
    };
  }, [saves, isLogarithmic, height]);
  // Without points it has no axes, and would be seen to move when they come.
  return <div ref={place} className={points.length === 0 ? 'invisible' : undefined} style={{ height }} />;
}

/** Whether some of the points lie outside. Around none or a single one, the scale is wider than they are. */
const isPart = ({ data: [steps], scales: { x } }: UPlot): boolean => {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined || first === last) return false;
  return (x?.min ?? first) > first || (x?.max ?? last) < last;
};

const toData = (points: readonly LossPoint[], smoothed: readonly (number | null)[]): UPlot.AlignedData => [
  points.map(({ step }) => step),
  points.map(({ loss }) => loss),
  [...smoothed],
];

type Look = Pick<LossPlotProps, 'saves' | 'isLogarithmic' | 'height'>;

const toOptions = (element: HTMLElement, { saves, isLogarithmic, height }: Look): UPlot.Options => {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 4 });
  const axis = {
    stroke: colour('--muted'),
    font: `12px ${style.fontFamily}`,
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
    values: (_: UPlot, splits: readonly (number | null)[]) =>
      splits.map((value) => (value === null ? '' : number.format(value))),
  };
  return {
    width: element.clientWidth,
    height,
    padding: [8, 24, 0, 0],
    legend: { show: false },
    cursor: { points: { size: 7 }, drag: { x: true, y: false } },
    scales: { x: { time: false }, y: { distr: isLogarithmic ? 3 : 1 } },
    axes: [
      { ...axis, size: 30 },
      { ...axis, size: 52 },
    ],
    series: [
      {},
      { stroke: colour('--edge'), width: 1, alpha: 0.5, points: { show: false } },
      { stroke: colour('--accent-ink'), width: 2, points: { show: false } },
    ],
    hooks: { draw: [(plot) => drawSaves(plot, saves, colour('--good'))] },
  };
};

const drawSaves = (plot: UPlot, saves: readonly number[], colour: string) => {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.setLineDash([4, 4]);
  for (const step of saves) {
    const x = Math.round(plot.valToPos(step, 'x', true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
};
