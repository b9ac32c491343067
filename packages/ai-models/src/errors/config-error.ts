import { InputError, type InputErrorDetails } from './input-error.ts';

/** A training's config breaks rules; `problems` names each field, what is wrong with it and what is allowed. */
export class ConfigError extends InputError {
  override readonly name = 'ConfigError';

  constructor(details: Omit<InputErrorDetails, 'code'>) {
    super({ ...details, code: 'config_invalid' });
  }

  static override isInstance(error: unknown): error is ConfigError {
    return InputError.isInstance(error) && error.code === 'config_invalid';
  }
}
