import { Lock, Users } from 'lucide-react';
import type { SharingAct } from './lora.ts';

/** Others, or a lock. */
export function SharingIcon({ act }: { readonly act: SharingAct }) {
  return act === 'share' ? <Users aria-hidden size={15} /> : <Lock aria-hidden size={15} />;
}
