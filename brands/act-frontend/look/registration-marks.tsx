/** Printers' marks on a dark sheet: where exact colours are checked before the run. */
export function RegistrationMarks({ className }: { readonly className?: string }) {
  const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  return (
    <svg
      aria-hidden="true"
      className={className}
      viewBox="0 0 600 900"
      preserveAspectRatio="xMidYMin slice"
      fill="none"
    >
      <g stroke="#2a2e33">
        {steps.map((step) => (
          <path key={step} d={`M0 ${80 + step * 100}H600`} />
        ))}
        {steps.slice(1, 6).map((step) => (
          <path key={step} d={`M${step * 100} 0V900`} />
        ))}
      </g>
      <g stroke="#565b62" strokeWidth="1.25">
        <circle cx="300" cy="380" r="150" />
        <circle cx="300" cy="380" r="100" />
        <path d="M100 380H500M300 180V580" />
      </g>
      <path d="M300 280a100 100 0 0 1 100 100H300Z" fill="#ff6a2b" />
      <g>
        {steps.slice(0, 7).map((step) => (
          <rect
            key={step}
            x={100 + step * 50}
            y="610"
            width="50"
            height="24"
            fill={`oklch(${(0.24 + step * 0.115).toFixed(3)} 0.006 250)`}
          />
        ))}
        <rect x="450" y="610" width="50" height="24" fill="#ff6a2b" />
      </g>
      <g stroke="#565b62" strokeWidth="1.25">
        <path d="M88 180H48M100 168V128M512 180H552M500 168V128" />
      </g>
    </svg>
  );
}
