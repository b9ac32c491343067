import { withFreshSession } from '@act/auth';
import { getApi } from '../interface/get-api.ts';

const handle = (request: Request): Promise<Response> =>
  withFreshSession(request, (fresh) => getApi().fetch(fresh));

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
