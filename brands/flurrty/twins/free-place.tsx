import Link from 'next/link';
import { PawPrint } from '../look/paw-print.tsx';

/** Beside the twins there are: room for one more. */
export const FreePlace = ({ label }: { readonly label: string }) => (
  <li className="flex min-h-52">
    <Link
      href="/create"
      className="flex flex-1 flex-col items-center justify-center gap-3 rounded-lg border-2 border-edge/40 border-dashed p-4 font-bold text-muted transition-colors duration-100 hover:border-accent-ink hover:bg-accent-soft hover:text-text"
    >
      <PawPrint className="size-14 text-edge/40" />
      {label}
    </Link>
  </li>
);
