import { describe, expect, it } from 'vitest';
import { contentDisposition, contentHeaders, isNotModified } from './content-headers.ts';

const metadata = {
  eTag: '"abc"',
  size: 3,
  mimetype: 'image/png',
  cacheControl: 'max-age=60',
  lastModified: '2026-11-20T10:00:00.900Z',
};

describe('the name to save under', () => {
  it.each([
    ['', 'attachment;'],
    ['a.png', "attachment; filename=a.png; filename*=UTF-8''a.png"],
    ['ä ö.png', "attachment; filename=%C3%A4%20%C3%B6.png; filename*=UTF-8''%C3%A4%20%C3%B6.png"],
    ['a"b\r\nx: y', "attachment; filename=a%22b%0D%0Ax%3A%20y; filename*=UTF-8''a%22b%0D%0Ax%3A%20y"],
    ["it's (1)*!", "attachment; filename=it%27s%20%281%29%2A%21; filename*=UTF-8''it%27s%20%281%29%2A%21"],
    ['half \ud800', "attachment; filename=half%20%EF%BF%BD; filename*=UTF-8''half%20%EF%BF%BD"],
  ])('%j', (name, header) => expect(contentDisposition(name)).toBe(header));
});

describe('bytes that the reader has', () => {
  it.each([
    [{ 'if-none-match': '"abc"' }, true],
    [{ 'if-none-match': 'W/"abc"' }, true],
    [{ 'if-none-match': '"x", "abc"' }, true],
    [{ 'if-none-match': '*' }, true],
    [{ 'if-none-match': '"x"' }, false],
    [{ 'if-modified-since': 'Fri, 20 Nov 2026 10:00:00 GMT' }, true],
    [{ 'if-modified-since': 'Fri, 20 Nov 2026 09:59:59 GMT' }, false],
    [{ 'if-modified-since': 'yesterday' }, false],
    // The etag decides, whatever the time says.
    [{ 'if-none-match': '"x"', 'if-modified-since': 'Fri, 20 Nov 2026 10:00:00 GMT' }, false],
    [{}, false],
  ])('%j: %s', (headers, expected) => expect(isNotModified(new Headers(headers), metadata)).toBe(expected));
});

it('lets no upload run a script here', () => {
  const headers = contentHeaders(metadata, {});
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
});

it('lets a browser show a PDF, which it would not in a sandbox', () => {
  const headers = contentHeaders({ ...metadata, mimetype: 'application/pdf' }, {});
  expect(headers.get('content-security-policy')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});
