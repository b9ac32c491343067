import { requireViewer } from '@act/auth';
import { DocumentsScreen } from '@act/ui/screens/documents/documents-screen';
import type { ComponentProps } from 'react';
import { titleOf } from '../frame/title-of.ts';
import { readFirst } from '../interface/read-first.ts';
import { ScreenWords } from '../words/send-screen-words.tsx';

type Props = ComponentProps<typeof DocumentsScreen>;

export const generateMetadata = () => titleOf('documents');

export async function DocumentsPage() {
  const { brand } = await requireViewer();
  const first = await readFirst<Props['first']>('/documents', { brandId: brand.id });
  return (
    <ScreenWords of="documents">
      <DocumentsScreen first={first} />
    </ScreenWords>
  );
}
