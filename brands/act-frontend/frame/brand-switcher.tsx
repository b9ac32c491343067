'use client';

import { BrandMark } from '@act/ui/frame/brand-mark';
import { useTranslations } from 'next-intl';
import { toBrandAddress } from './brand-address.ts';
import { Disclosure } from './disclosure.tsx';

export interface BrandSwitcherProps {
  readonly brand: { readonly id: string; readonly name: string };
  readonly role: 'admin' | 'member' | 'viewer';
  /** All that this person is in. */
  readonly brands: readonly { readonly id: string; readonly name: string }[];
}

/** Whose studio this is, and plain links into the others. */
export function BrandSwitcher({ brand, role, brands }: BrandSwitcherProps) {
  const words = useTranslations('access');
  const mark = <BrandMark name={brand.name} line={words(`roles.${role}`)} />;
  const others = brands.filter(({ id }) => id !== brand.id);
  if (others.length === 0) return mark;
  return (
    <Disclosure
      summary={
        <>
          {mark}
          <span className="sr-only">{words('switchBrand')}</span>
          <SwitchSign />
        </>
      }
      summaryClassName="-mx-1.5 justify-between gap-2 px-1.5 py-1"
      className="inset-x-0 top-full mt-1.5 max-h-[60dvh] min-w-52 overflow-y-auto p-1"
    >
      <ul>
        {others.map(({ id, name }) => (
          <li key={id}>
            <a
              href={toBrandAddress(id)}
              className="flex min-h-control items-center rounded-sm px-2.5 hover:bg-sunken"
            >
              <span className="truncate">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const SwitchSign = () => (
  <svg
    aria-hidden="true"
    width="14"
    height="14"
    viewBox="0 0 14 14"
    fill="none"
    stroke="currentColor"
    className="shrink-0 text-muted"
  >
    <path d="M4 5.5 7 2.5l3 3M4 8.5l3 3 3-3" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);
