'use client';

import type { Notice } from '../../api/answers.ts';
import { useNoticeWords } from './use-notice-words.ts';

/** What a notice says, in one line. */
export const NoticeTitle = ({ notice }: { readonly notice: Notice }) => useNoticeWords()(notice).title;
