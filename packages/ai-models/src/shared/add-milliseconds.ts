/** A moment so much later, or earlier where it is less than nothing. */
export const addMilliseconds = (time: Date, milliseconds: number): Date =>
  new Date(time.getTime() + milliseconds);
