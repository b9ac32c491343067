import { parseBrandSettings } from '@act/tenant-config';
import { useQueryClient } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { english } from '../../messages/en.ts';
import { Studio } from '../studio.tsx';
import { ActivityScreen } from './activity-screen.tsx';
import { ActivityTray } from './activity-tray.tsx';
import { UnreadCount } from './unread-count.tsx';
import { activityKey } from './use-activity.ts';

const { training } = parseBrandSettings({}, { brandId: 'acme' });
const brand = { id: 'acme', name: 'Acme', role: 'member', training } as const;

/** What the rail has asked already, when a part of the page beside it is taken over from the server. */
function AskedBefore({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  client.setQueryData(activityKey('acme', 'newest'), { items: [], nextCursor: null, unreadCount: 3 });
  client.setQueryData(activityKey('acme', 'running'), {
    items: [{ id: '1', name: 'Lanterns', status: 'training', progress: 40 }],
    nextCursor: null,
  });
  return children;
}

const render = (page: ReactNode) =>
  renderToString(
    <NextIntlClientProvider locale="en" messages={english} timeZone="UTC">
      <Studio brand={brand} personId="somebody" getAccessToken={async () => ''}>
        {page}
      </Studio>
    </NextIntlClientProvider>,
  );

it.each([
  ['count of the unread', <UnreadCount key="it" />],
  ['page', <ActivityScreen key="it" />],
  ['tray', <ActivityTray key="it" />],
])('shows the %s first as the server sent it, whatever was asked meanwhile', (_, part) => {
  expect(render(<AskedBefore>{part}</AskedBefore>)).toBe(render(part));
});
