/** A setting that is wrong or missing: its message names the variable and says what to do. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}
