import { FlaskConical, Radio } from 'lucide-react';
import { useWords } from '../messages/use-words.ts';
import { Badge } from './badge.tsx';

/** Whether providers are real and cost money, or only played. */
export function SimulatedBadge({ isSimulated }: { readonly isSimulated: boolean }) {
  const words = useWords('world');
  return isSimulated ? (
    <Badge tone="warn" icon={<FlaskConical aria-hidden size={13} />} title={words('simulatedMeaning')}>
      {words('simulated')}
    </Badge>
  ) : (
    <Badge tone="good" icon={<Radio aria-hidden size={13} />} title={words('liveMeaning')}>
      {words('live')}
    </Badge>
  );
}
