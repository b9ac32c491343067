const exposedHeaders = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Length',
  'Content-Range',
  'Content-Profile',
  'ETag',
  'Location',
  'Preference-Applied',
  'Range-Unit',
  'Tus-Extension',
  'Tus-Max-Size',
  'Tus-Resumable',
  'Tus-Version',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
].join(', ');

/** Any page may ask, as on Supabase: what it may have is decided by its keys, never by where it was loaded from. */
export function corsHeaders(origin: string | null | undefined): Record<string, string> {
  return {
    'access-control-allow-origin': origin ?? '*',
    'access-control-expose-headers': exposedHeaders,
  };
}

export function answerPreflight(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(request.headers.get('origin')),
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
      'access-control-max-age': '3600',
    },
  });
}

export function withCors(request: Request, response: Response): Response {
  const answered = new Response(response.body, response);
  const headers = corsHeaders(request.headers.get('origin'));
  for (const [name, value] of Object.entries(headers)) answered.headers.set(name, value);
  answered.headers.append('vary', 'Origin');
  return answered;
}
