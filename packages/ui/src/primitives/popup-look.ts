/** What floats over the page: one raised level, one line. */
export const popupLook = 'rounded-lg border border-line bg-raised text-text shadow-float outline-none';
