/** Passes on that something was said; what is said within a short time is passed on once. */
export interface Hearing {
  hear(): void;
  stop(): void;
}

/** While much is said, the next time comes after a while. */
const delaysMs = { first: 20, next: 250 };

export function createHearing(passOn: () => void): Hearing {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let passedOnAt = 0;
  const pass = () => {
    timer = null;
    passedOnAt = Date.now();
    passOn();
  };
  return {
    hear: () => {
      timer ??= setTimeout(pass, Math.max(delaysMs.first, passedOnAt + delaysMs.next - Date.now()));
    },
    stop: () => {
      if (timer) clearTimeout(timer);
    },
  };
}
