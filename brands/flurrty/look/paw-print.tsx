/** The mark of this house, in the colour of the text around it. */
export const PawPrint = ({ className }: { readonly className?: string | undefined }) => (
  <svg aria-hidden="true" viewBox="0 0 32 32" className={className} fill="currentColor">
    <ellipse cx="16" cy="22" rx="8" ry="6.4" />
    <ellipse cx="5.6" cy="15" rx="2.9" ry="3.8" transform="rotate(-22 5.6 15)" />
    <ellipse cx="12.2" cy="8.4" rx="3.1" ry="4.2" />
    <ellipse cx="19.8" cy="8.4" rx="3.1" ry="4.2" />
    <ellipse cx="26.4" cy="15" rx="2.9" ry="3.8" transform="rotate(22 26.4 15)" />
  </svg>
);
