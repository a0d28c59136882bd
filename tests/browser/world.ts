import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { selfSignedCertificate } from './certificate.ts';

/** A request as it reached the world: the real URL, as the page wrote it. */
export interface WorldRequest {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** Milliseconds since the epoch when its body was complete. */
  at: number;
}

/** What the world says to a request. Headers for cross-origin pages are added unless given. */
export interface WorldAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Answers a request, or leaves it to the next teller by `undefined`. */
export type Teller = (request: WorldRequest) => WorldAnswer | undefined | Promise<WorldAnswer | undefined>;

/**
 * The whole web on one local port. Browsers use it as their proxy: plain requests and tunnels for every host end
 * here, so pages keep their real host names and nothing leaves the machine. A proxy and not a host map, because a map
 * in Firefox keeps the port and 443 is not everybody's to open.
 */
export interface World {
  port: number;
  /** Asks `teller` before all those added earlier. Returns its removal. */
  tell(teller: Teller): () => void;
  /** Everything that was asked, oldest first. */
  requests: WorldRequest[];
  close(): Promise<void>;
}

/** Opens a world in which nothing exists yet: every request is answered 404. */
export async function openWorld(): Promise<World> {
  const tellers: Teller[] = [];
  const requests: WorldRequest[] = [];
  const sockets = new Set<Socket>();

  const answer = async (incoming: IncomingMessage, response: ServerResponse, scheme: string) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const asked = incoming.url ?? '/';
    const request: WorldRequest = {
      method: incoming.method ?? 'GET',
      // A proxied plain request names the whole URL, one inside a tunnel its path.
      url: new URL(asked.startsWith('/') ? `${scheme}://${incoming.headers.host ?? 'nowhere.invalid'}${asked}` : asked),
      headers: incoming.headers,
      body: Buffer.concat(chunks),
      at: Date.now(),
    };
    requests.push(request);
    const told = isPreflight(request) ? { status: 204 } : await firstAnswer(tellers, request);
    response.writeHead(told.status ?? 200, { ...crossOrigin(request), ...told.headers });
    response.end(told.body ?? '');
  };

  const secure = createSecureServer(selfSignedCertificate(), (incoming, response) =>
    answer(incoming, response, 'https').catch((error) => response.destroy(error)),
  );
  const plain = createServer((incoming, response) =>
    answer(incoming, response, 'http').catch((error) => response.destroy(error)),
  );
  plain.on('connect', (request, socket: Socket, head) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    // A tunnel to port 80 carries plain words (WebSockets of http pages), any other a TLS handshake.
    (request.url?.endsWith(':80') ? plain : secure).emit('connection', socket);
  });
  plain.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // A tab that closes resets its connections: that is no error of the world's.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  secure.on('tlsClientError', () => {});

  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  return {
    port: (plain.address() as AddressInfo).port,
    requests,
    tell(teller) {
      tellers.unshift(teller);
      return () => void tellers.splice(tellers.indexOf(teller), 1);
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => plain.close(() => resolve()));
    },
  };
}

async function firstAnswer(tellers: Teller[], request: WorldRequest): Promise<WorldAnswer> {
  for (const teller of [...tellers]) {
    const told = await teller(request);
    if (told) return told;
  }
  return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Nothing was put here.' };
}

const isPreflight = ({ method, headers }: WorldRequest) =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

/** Sites answer their own API hosts' cross-origin calls in many ways; here every origin may do everything. */
function crossOrigin({ headers }: WorldRequest): Record<string, string> {
  if (!headers.origin) return {};
  return {
    'access-control-allow-origin': headers.origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-expose-headers': '*',
    vary: 'origin',
  };
}
