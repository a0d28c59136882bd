/**
 * The project's permanent namespace: contexts, problem types, tag URIs and stream origins are built from it.
 * Chosen once and never changed, because signed records carry it. Functions that need it take it as a
 * parameter (the shared worked example was made under another one).
 */
export interface Namespace {
  /** Base URL without a trailing slash, for example `https://w3id.org/contrail`. */
  readonly url: string;
  /** The same without its scheme: the first part of a stream's origin, for example `w3id.org/contrail`. */
  readonly origin: string;
  /** What the tag URIs (RFC 4151) of record lines begin with, for example `tag:w3id.org,2026:contrail/stream/`. */
  readonly tag: string;
}

/** The namespace at a base URL (https, no trailing slash): everything else about it follows from that. */
export function namespaceAt(url: string): Namespace {
  const { host, pathname } = new URL(url);
  const path = pathname === '/' ? '' : pathname.slice(1);
  return {
    url,
    origin: path ? `${host}/${path}` : host,
    tag: `tag:${host},2026:${path ? `${path}/` : ''}stream/`,
  };
}

export const namespace: Namespace = namespaceAt('https://w3id.org/contrail');
