import { BrandMark } from '@act/ui/frame/brand-mark';
import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { Disclosure } from './disclosure.tsx';
import { OpenBrandForm } from './open-brand-form.tsx';

export interface BrandSwitcherProps {
  readonly brand: { readonly id: string; readonly name: string };
  readonly role: 'admin' | 'member' | 'viewer';
  /** The others that this person is in, each with its own colours. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly look: CSSProperties }[];
}

/** Whose studio this is, and the way into the others. */
export function BrandSwitcher({ brand, role, others }: BrandSwitcherProps) {
  const words = useTranslations('access');
  const mark = <BrandMark name={brand.name} line={words(`roles.${role}`)} />;
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
        {others.map(({ id, name, look }) => (
          <li key={id} style={look}>
            <OpenBrandForm brandId={id}>
              <button
                type="submit"
                className="flex min-h-control w-full items-center gap-2 rounded-sm px-2 text-left hover:bg-sunken"
              >
                <span aria-hidden className="size-2.5 shrink-0 rounded-sm bg-accent" />
                <span className="truncate">{name}</span>
              </button>
            </OpenBrandForm>
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
