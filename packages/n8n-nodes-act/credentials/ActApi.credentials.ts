import type {
  IAuthenticateGeneric,
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  IDataObject,
  IHttpRequestHelper,
  INodeProperties,
} from 'n8n-workflow';

/** A robot: a person of the project with a membership in the brand, who signs in with e-mail and password. */
export class ActApi implements ICredentialType {
  name = 'actApi';
  displayName = 'ACT API';
  icon: Icon = { light: 'file:../icons/act.svg', dark: 'file:../icons/act.dark.svg' };
  documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-act';

  properties: INodeProperties[] = [
    {
      displayName: 'API Address',
      name: 'apiUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'https://studio.example.com/api',
      description: 'Where the interface answers, with its path',
    },
    {
      displayName: 'Supabase Address',
      name: 'supabaseUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'https://project.supabase.co',
      description: 'Where the robot signs in, and where pictures are fetched from',
    },
    {
      displayName: 'Publishable Key',
      name: 'publishableKey',
      type: 'string',
      default: '',
      required: true,
      description: 'The public key of the project. Never the secret one: no node needs it.',
    },
    {
      displayName: 'Email',
      name: 'email',
      type: 'string',
      placeholder: 'name@email.com',
      default: '',
      required: true,
      description: 'Of the robot, which is a member of the brand; for triggers an admin',
    },
    {
      displayName: 'Password',
      name: 'password',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
    },
    {
      displayName: 'Access Token',
      name: 'accessToken',
      type: 'hidden',
      typeOptions: { expirable: true, password: true },
      default: '',
    },
  ];

  /** Signs in: n8n calls it where there is no token yet and after a 401, and keeps what it gives encrypted. */
  async preAuthentication(
    this: IHttpRequestHelper,
    credentials: ICredentialDataDecryptedObject,
  ): Promise<IDataObject> {
    const session: unknown = await this.helpers.httpRequest({
      method: 'POST',
      url: `${String(credentials.supabaseUrl).trim().replace(/\/+$/, '')}/auth/v1/token`,
      qs: { grant_type: 'password' },
      headers: { apikey: String(credentials.publishableKey) },
      body: { email: credentials.email, password: credentials.password },
      disableFollowRedirect: true,
      json: true,
    });
    const accessToken =
      typeof session === 'object' && session !== null && 'access_token' in session
        ? session.access_token
        : undefined;
    return { accessToken: typeof accessToken === 'string' ? accessToken : '' };
  }

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
  };

  test: ICredentialTestRequest = {
    request: { baseURL: '={{$credentials.apiUrl.trim().replace(new RegExp("/+$"), "")}}', url: '/me' },
  };
}
