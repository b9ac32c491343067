interface Note {
  readonly description?: string | undefined;
  /** One way to take it back or go on. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
}

/** A passing note. The part that shows it is loaded with the first one. */
export const notify = (kind: 'success' | 'error', title: string, note: Note = {}): void => {
  void import('sonner').then(({ toast }) =>
    toast[kind](title, {
      ...(note.description && { description: note.description }),
      ...(note.action && { action: note.action, duration: 8000 }),
    }),
  );
};
