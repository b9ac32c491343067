import { CutPortrait } from './cut-portrait.tsx';

/** Portraits cut out of coloured paper, pinned up as prints in the light of a window. */
export function PaperCuts({ className }: { readonly className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      viewBox="0 0 600 900"
      preserveAspectRatio="xMidYMin slice"
      fill="none"
    >
      <path d="M330-20 640 120v820L270 700Z" fill="#f9f0df" opacity="0.75" />
      <path d="m450 40 12 820M330 330l310 60" stroke="#f1e3cd" strokeWidth="14" />
      <g transform="translate(64 130) rotate(-6)">
        <First />
      </g>
      <g transform="translate(300 330) rotate(5)">
        <Second />
      </g>
    </svg>
  );
}

/** The same on a phone, in the strip above a form. */
export function PaperStrip({ className }: { readonly className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      viewBox="0 0 300 120"
      preserveAspectRatio="xMaxYMid slice"
      fill="none"
    >
      <path d="m120-20 220 60v120H90Z" fill="#f9f0df" opacity="0.75" />
      <g transform="translate(96 -20) rotate(-7) scale(0.42)">
        <First />
      </g>
      <g transform="translate(190 -34) rotate(6) scale(0.42)">
        <Second />
      </g>
    </svg>
  );
}

const First = () => (
  <CutPortrait ground="#d9694a" skin="#f3cfae" hair="#3b2419" cloth="#f1e3cd" isLong>
    <circle cx="196" cy="78" r="36" fill="#f3b98b" />
  </CutPortrait>
);

const Second = () => (
  <CutPortrait ground="#8a9a74" skin="#c98f66" hair="#2a1b15" cloth="#e7b86c">
    <path d="M18 210c70-46 150-46 224-6v64H18Z" fill="#5d6d4c" />
  </CutPortrait>
);
