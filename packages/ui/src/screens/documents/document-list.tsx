'use client';

import { Download, FileText, Trash2 } from 'lucide-react';
import { useLocale } from 'next-intl';
import type { BrandDocument } from '../../api/answers.ts';
import { formatBytes } from '../../format/bytes.ts';
import { useWords } from '../../messages/use-words.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { useStudio } from '../studio.tsx';

interface DocumentListProps {
  readonly documents: readonly BrandDocument[];
  /** Whether whoever looks may delete this one. */
  readonly mayDelete: (document: BrandDocument) => boolean;
  readonly onDelete: (document: BrandDocument) => void;
}

const kindOf = (name: string) => name.split('.').at(-1)?.slice(0, 4).toUpperCase() ?? '';

export function DocumentList({ documents, mayDelete, onDelete }: DocumentListProps) {
  const [words, language] = [useWords('documents'), useLocale()];
  const { api } = useStudio();
  return (
    <ul aria-label={words('title')} className="overflow-hidden rounded-lg border border-line bg-raised">
      {documents.map((document) => (
        <li
          key={document.id}
          className="group relative flex items-center gap-3.5 border-line px-4 py-2.5 not-last:border-b hover:bg-text/4"
        >
          <span className="relative grid h-10 w-9 shrink-0 place-items-center text-muted">
            <FileText aria-hidden size={32} strokeWidth={1} />
            <span
              aria-hidden
              className="absolute bottom-0 rounded-sm bg-sunken px-1 font-medium text-[9px] leading-3"
            >
              {kindOf(document.name)}
            </span>
          </span>
          <span className="min-w-0 flex-1">
            <a
              href={api.documents.fileUrl(document.id)}
              download={document.name}
              className="block truncate font-medium after:absolute after:inset-0"
            >
              {document.name}
            </a>
            <span className="figures block text-muted text-sm">
              {document.sizeBytes !== null && `${formatBytes(language, document.sizeBytes)} · `}
              <RelativeTime at={document.createdAt} />
            </span>
          </span>
          <Download
            aria-hidden
            size={16}
            className="shrink-0 text-muted opacity-0 group-hover:opacity-100 pointer-coarse:opacity-100"
          />
          {mayDelete(document) && (
            <IconButton
              size="small"
              className="relative z-10"
              label={words('delete', { name: document.name })}
              icon={<Trash2 size={16} />}
              onClick={() => onDelete(document)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
