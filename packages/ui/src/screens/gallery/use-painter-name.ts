import type { Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';

type Painters = Pick<Generation, 'modelName'>;

/** What the model of some pictures is called; a colleague may have taken theirs back since. */
export const usePainterName = (): ((generation: Painters) => string) => {
  const words = useWords('pictures');
  return ({ modelName }) => modelName ?? words('unseenModel');
};
