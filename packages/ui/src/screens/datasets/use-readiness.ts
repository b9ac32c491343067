import type { SubjectKind } from '@act/tenant-config';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Asset } from '../../api/answers.ts';
import { useStudio } from '../studio.tsx';

/** What speaks against training with these pictures, asked again whenever they change. */
export const useReadiness = (assets: readonly Asset[], subjectKind: SubjectKind) => {
  const { api, brand } = useStudio();
  const assetIds = assets.map(({ id }) => id);
  const state = assets.map(({ id, status, caption }) => [id, status, caption === null]);
  return useQuery({
    queryKey: [brand.id, 'readiness', subjectKind, state],
    queryFn: ({ signal }) => api.assets.checkReadiness({ assetIds, subjectKind }, signal),
    enabled: assets.length > 0,
    placeholderData: keepPreviousData,
  });
};
