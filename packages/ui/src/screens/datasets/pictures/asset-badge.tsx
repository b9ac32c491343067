'use client';

import { Check, CircleX, EyeOff, TriangleAlert } from 'lucide-react';
import type { Asset } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Badge } from '../../../primitives/badge.tsx';
import { Spinner } from '../../../primitives/spinner.tsx';

const findings = ['small', 'blurred', 'dark', 'bright', 'low_contrast'] as const;

/** The worst thing to know about a picture. */
export function AssetBadge({ asset }: { readonly asset: Asset }) {
  const words = useWords('datasets.badges');
  const finding = findings.find((one) => asset.findings.includes(one));
  if (asset.status === 'rejected') {
    return (
      <Badge tone="bad" icon={<CircleX aria-hidden size={13} />}>
        {words('rejected')}
      </Badge>
    );
  }
  if (asset.status === 'received') return <Badge icon={<Spinner size={13} />}>{words('received')}</Badge>;
  if (!asset.isTrainingData) return <Badge icon={<EyeOff aria-hidden size={13} />}>{words('left')}</Badge>;
  if (finding) {
    return (
      <Badge tone="warn" icon={<TriangleAlert aria-hidden size={13} />}>
        {words(finding === 'low_contrast' ? 'flat' : finding)}
      </Badge>
    );
  }
  return (
    <span className="grid size-[22px] place-items-center rounded-sm bg-good-soft text-good">
      <Check aria-label={words('good')} role="img" size={13} strokeWidth={3} />
    </span>
  );
}
