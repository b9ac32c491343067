import { useMemo } from 'react';
import { createSettingsApi } from '../../api/settings-api.ts';
import { useStudio } from '../studio.tsx';

/** What the settings ask beside what every page does. */
export const useSettingsApi = () => {
  const { access } = useStudio();
  return useMemo(() => createSettingsApi(access), [access]);
};
