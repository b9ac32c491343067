/** How a page learns its own path, to come back to it after signing in. Set by the proxy, whatever a browser sent. */
export const pathHeader = 'x-act-path';
