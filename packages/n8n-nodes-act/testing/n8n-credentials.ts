import type { IHttpRequestOptions, INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { ActApi } from '../credentials/ActApi.credentials.ts';
import { createHttpRequest, type HttpFailure } from './n8n-http.ts';

/** What somebody filled in, and the token that n8n keeps beside it. */
export interface Credentials {
  readonly apiUrl: string;
  readonly supabaseUrl: string;
  readonly publishableKey: string;
  readonly email: string;
  readonly password: string;
  accessToken: string;
}

const type = new ActApi();

/**
 * As n8n's `httpRequestWithAuthentication`: signs in where the expirable field is empty, sets the header, and does both once
 * more after a 401. What is thrown is n8n's own error around that of its HTTP client.
 */
export async function requestAs(
  credentials: Credentials,
  options: IHttpRequestOptions,
  node: INode,
): Promise<unknown> {
  const httpRequest = createHttpRequest();
  const signIn = async () => {
    const { accessToken } = await type.preAuthentication.call(
      { helpers: { httpRequest } },
      { ...credentials },
    );
    credentials.accessToken = String(accessToken);
  };
  try {
    if (credentials.accessToken === '') await signIn();
    try {
      return await httpRequest(authenticate(credentials, options));
    } catch (error) {
      if ((error as HttpFailure).response?.status !== 401) throw error;
      await signIn();
      return await httpRequest(authenticate(credentials, options));
    }
  } catch (error) {
    throw new NodeApiError(node, error as HttpFailure & Record<string, never>);
  }
}

/** The «Test» button of the form. */
export function testCredentials(credentials: Credentials, node: INode): Promise<unknown> {
  const { baseURL = '', url = '' } = type.test.request;
  return requestAs(credentials, { url: `${evaluate(baseURL, credentials)}${url}` }, node);
}

function authenticate(credentials: Credentials, options: IHttpRequestOptions): IHttpRequestOptions {
  const added = Object.entries(type.authenticate.properties.headers ?? {}).map(
    ([name, value]) => [name, evaluate(String(value), credentials)] as const,
  );
  return { ...options, headers: { ...options.headers, ...Object.fromEntries(added) } };
}

/** The few expressions that credentials are written with. */
function evaluate(expression: string, $credentials: Credentials): string {
  if (!expression.startsWith('=')) return expression;
  return expression.slice(1).replace(/\{\{(.+?)\}\}/g, (_, code: string) => {
    const run = new Function('$credentials', `return ${code};`);
    return String(run($credentials));
  });
}
