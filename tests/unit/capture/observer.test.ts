import { describe, expect, it } from 'vitest';
import { answerOf, goesOn, type RequestDetails, requestOf } from '../../../lib/capture/observer.ts';

const details: RequestDetails = {
  requestId: '1',
  method: 'POST',
  url: 'https://meadow.example/items/7/like',
  type: 'xmlhttprequest',
  tabId: 3,
  frameId: 0,
  timeStamp: 0,
};
const bytes = (...values: number[]) => Uint8Array.from(values).buffer;

describe('a request as the browser shows it', () => {
  it('keeps the texts of a form and leaves files out', () => {
    const { request } = requestOf({
      ...details,
      requestBody: { formData: { text: ['a', 'b'], file: [bytes(1)], ['__proto__']: ['c'] } },
    });
    expect(request.formData).toEqual({ text: ['a', 'b'], ['__proto__']: ['c'] });
    expect(Object.hasOwn(request.formData ?? {}, '__proto__')).toBe(true);
  });

  it('joins a body that was cut in the middle of a character', () => {
    const [first, ...rest] = new TextEncoder().encode('é{}');
    const raw = [{ bytes: bytes(first as number) }, { bytes: bytes(...rest) }, {}];
    expect(new TextDecoder().decode(requestOf({ ...details, requestBody: { raw } }).request.raw)).toBe('é{}');
  });

  it.each([
    [{ initiator: 'https://meadow.example' }, 'https://meadow.example'],
    [{ documentUrl: 'https://meadow.example/x?y' }, 'https://meadow.example'],
    [{ originUrl: 'https://meadow.example/x' }, 'https://meadow.example'],
    [{ initiator: 'null' }, undefined],
    [{ initiator: 'moz-extension://abc' }, undefined],
    [{}, undefined],
  ])('names the page it came from: %j', (more, origin) => {
    expect(requestOf({ ...details, ...more }).origin).toBe(origin);
  });
});

describe('an answer', () => {
  it.each([
    [{ statusCode: 302, redirectUrl: 'https://meadow.example/a' }, 'https://meadow.example/a'],
    [{ statusCode: 201, responseHeaders: [{ name: 'Location', value: '/b' }] }, 'https://meadow.example/b'],
    [{ statusCode: 201, responseHeaders: [{ name: 'location', value: 'http://[' }] }, undefined],
    [{ statusCode: 200 }, undefined],
  ])('%j leads to %s', (more, location) => {
    expect(answerOf({ ...details, ...more }).location).toBe(location);
  });

  it.each([
    ['POST', 302, false],
    ['POST', 303, false],
    ['POST', 301, false],
    ['POST', 307, true],
    ['PUT', 308, true],
    ['GET', 302, false],
    ['GET', 301, true],
  ])('%s %i goes on: %s', (method, statusCode, on) => {
    expect(goesOn({ ...details, method, statusCode })).toBe(on);
  });
});
