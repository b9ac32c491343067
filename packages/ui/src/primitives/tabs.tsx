'use client';

import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

interface TabsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly Tab<Value>[];
  readonly onChoose: (value: Value) => void;
}

export function Tabs<Value extends string>({ label, value, tabs, onChoose }: TabsProps<Value>) {
  const choose = (chosen: unknown) => {
    const tab = tabs.find((one) => one.value === chosen);
    if (tab) onChoose(tab.value);
  };
  return (
    <BaseTabs.Root value={value} onValueChange={choose}>
      <BaseTabs.List
        aria-label={label}
        className="relative flex gap-5 overflow-x-auto border-line border-b [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="-outline-offset-2 flex h-control shrink-0 items-center gap-1.5 rounded-sm text-muted hover:text-text data-active:text-text"
          >
            {tab.label}
            {tab.count !== undefined && <span className="figures text-muted text-xs">{tab.count}</span>}
          </BaseTabs.Tab>
        ))}
        <BaseTabs.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent-ink transition-[translate,width] duration-150" />
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.value} value={tab.value} className="pt-5">
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
