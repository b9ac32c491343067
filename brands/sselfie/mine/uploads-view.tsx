'use client';

import type { Asset } from '@act/ui/api/answers';
import { formatBytes } from '@act/ui/format/bytes';
import { notify } from '@act/ui/hooks/notify';
import { Badge } from '@act/ui/primitives/badge';
import { Button } from '@act/ui/primitives/button';
import { IconButton } from '@act/ui/primitives/icon-button';
import { DeleteDialog } from '@act/ui/screens/datasets/pictures/delete-dialog';
import { useStudio } from '@act/ui/screens/studio';
import { useReadiness } from '@act/ui/studio/datasets/use-readiness';
import { useRefusalWords } from '@act/ui/studio/use-refusal-words';
import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelfiePrint } from '../training/selfie-print.tsx';

/** Every selfie that was brought, with what became of it; those that were left out can be taken in again, and all of them deleted. */
export function UploadsView({ selfies }: { readonly selfies: readonly Asset[] }) {
  const words = useTranslations('sselfie.mine');
  const [language, describe] = [useLocale(), useRefusalWords()];
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const [doomed, setDoomed] = useState<readonly string[] | null>(null);
  const number = new Intl.NumberFormat(language);
  const judged = selfies.filter(({ status, isTrainingData }) => status !== 'rejected' && isTrainingData);
  const { data: report } = useReadiness(judged, 'person');
  const take = async ({ id, isTrainingData }: Asset) => {
    try {
      await api.assets.update(id, { isTrainingData: !isTrainingData });
    } catch (error) {
      notify('error', words('notChanged'), { description: describe(error) });
    }
    await client.invalidateQueries({ queryKey: [brand.id, 'assets'] });
  };
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
        {selfies.map((selfie, index) => (
          <SelfiePrint
            key={selfie.id}
            selfie={selfie}
            number={selfies.length - index}
            report={selfie.isTrainingData ? report : undefined}
            corner={
              <IconButton
                size="small"
                label={words('delete', { number: selfies.length - index })}
                icon={<Trash2 size={15} />}
                onClick={() => setDoomed([selfie.id])}
              />
            }
          >
            <div className="mt-auto flex flex-col items-start gap-2">
              <Badge tone={selfie.status === 'rejected' ? 'bad' : selfie.isTrainingData ? 'good' : 'neutral'}>
                {words(
                  selfie.status === 'ready' && !selfie.isTrainingData
                    ? 'uploads.left'
                    : `uploads.${selfie.status}`,
                )}
              </Badge>
              <span className="figures text-muted">
                {selfie.width !== null &&
                  selfie.height !== null &&
                  `${number.format(selfie.width)} × ${number.format(selfie.height)} · `}
                {selfie.sizeBytes !== null && formatBytes(language, selfie.sizeBytes)}
              </span>
              {selfie.status === 'ready' && (
                <Button size="small" className="w-full" onClick={() => void take(selfie)}>
                  {words(selfie.isTrainingData ? 'leaveOut' : 'takeIn')}
                </Button>
              )}
            </div>
          </SelfiePrint>
        ))}
      </ul>
      {doomed && (
        <DeleteDialog assetIds={doomed} onDeleted={() => setDoomed(null)} onClose={() => setDoomed(null)} />
      )}
    </>
  );
}
