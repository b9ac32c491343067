import type { ReactNode } from 'react';

interface CutPortraitProps {
  readonly ground: string;
  readonly skin: string;
  readonly hair: string;
  readonly cloth: string;
  /** What lies behind: a sun, a hill. */
  readonly children?: ReactNode;
  /** Falls to the shoulders. */
  readonly isLong?: boolean;
}

/** Somebody cut out of coloured paper, on a print of 260 by 330. */
export const CutPortrait = ({ ground, skin, hair, cloth, children, isLong = false }: CutPortraitProps) => (
  <>
    <rect x="8" y="14" width="260" height="330" fill="#3b2419" opacity="0.12" />
    <rect width="260" height="330" fill="#fffaf1" />
    <rect x="18" y="18" width="224" height="250" fill={ground} />
    {children}
    {isLong && <path d="M70 232c-10-60-14-150 60-154 74 4 70 94 60 154Z" fill={hair} />}
    <path d="M40 268c4-42 30-60 66-66v-30h48v30c36 6 62 24 66 66Z" fill={skin} />
    <path d="M40 268c4-40 28-58 58-64 8 22 56 22 64 0 30 6 54 24 58 64Z" fill={cloth} />
    <path d="M84 128c0-40 20-60 46-60s46 20 46 60c0 38-22 62-46 62s-46-24-46-62Z" fill={skin} />
    <path
      d="M76 132c-10-48 16-78 58-76 42 0 62 30 50 76-4-26-16-40-34-46-20 18-46 24-66 22-4 6-6 14-8 24Z"
      fill={hair}
    />
  </>
);
