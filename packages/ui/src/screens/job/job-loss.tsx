'use client';

import { ChevronDown } from 'lucide-react';
import { useLocale } from 'next-intl';
import type { LossPoint } from '../../jobs/loss-point.ts';
import { useWords } from '../../messages/use-words.ts';
import { LossChart } from '../../primitives/loss-chart.tsx';
import { pickPoints } from './pick-points.ts';

const mostRows = 20;

/** Training health, as a curve and, for whoever cannot see it, as a table of some of its points. */
export function JobLoss({ points }: { readonly points: readonly LossPoint[] }) {
  const [words, language] = [useWords('job'), useLocale()];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
  const rows = pickPoints(points, mostRows);
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h2 className="font-medium">{words('health')}</h2>
        <p className="text-muted text-sm">{words('zoom')}</p>
      </div>
      <LossChart points={points} />
      {rows.length > 0 && (
        <details className="group rounded-lg border border-line bg-raised">
          <summary className="flex min-h-control list-none items-center justify-between px-4 font-medium text-sm">
            {words('asTable')}
            <ChevronDown
              aria-hidden
              size={16}
              className="text-muted transition-transform group-open:rotate-180"
            />
          </summary>
          <table className="figures w-full border-line border-t text-sm">
            <thead>
              <tr className="text-left text-muted text-xs">
                <th scope="col" className="px-4 py-2 font-medium">
                  {words('step')}
                </th>
                <th scope="col" className="px-4 py-2 text-right font-medium">
                  {words('loss')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ step, loss }) => (
                <tr key={step} className="border-line border-t">
                  <td className="px-4 py-1.5">{number.format(step)}</td>
                  <td className="px-4 py-1.5 text-right">{loss === null ? '–' : number.format(loss)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
