/** How something to write or choose in looks. */
export const controlLook =
  'w-full min-w-0 rounded-md border border-edge bg-raised px-3 text-text transition-colors duration-100 ' +
  'placeholder:text-muted hover:border-text/70 disabled:cursor-not-allowed disabled:opacity-50 ' +
  'focus-visible:border-accent-ink focus-visible:outline-1 focus-visible:outline-offset-0 ' +
  'aria-invalid:border-bad aria-invalid:focus-visible:outline-bad ' +
  // Smaller text makes a phone zoom in.
  'pointer-coarse:text-md';
