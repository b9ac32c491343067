import { useWords } from '../../messages/use-words.ts';
import type { ComparedSetting } from './diff-versions.ts';

/** What settings of a training are called. */
export const useSettingWords = () => {
  const words = useWords('models');
  return (setting: ComparedSetting) => words(`settings.${setting}`);
};
