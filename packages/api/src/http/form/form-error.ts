import { ApiError } from '../api-error.ts';

export const formInvalid = (message: string, hint = 'Send a form with files, as browsers do.') =>
  new ApiError({ status: 400, code: 'body_invalid', message, hint });

export const notAForm = () =>
  new ApiError({
    status: 415,
    code: 'type_unsupported',
    message: 'The body is not a form with files.',
    hint: 'Send `multipart/form-data`, and let the browser name its boundary.',
  });

export const formTooLarge = (what: string) =>
  new ApiError({
    status: 413,
    code: 'body_too_large',
    message: `The form has ${what}.`,
    hint: 'Send several forms, or upload straight to storage: see POST /assets/uploads.',
  });
