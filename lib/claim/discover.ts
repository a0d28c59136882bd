import { ClaimError } from './errors.ts';
import { ask, type ClaimWorld, ownUrl, platformOrigin } from './http.ts';
import { type Discovery, didWebOf, discoveryPath, discoverySchema } from './protocol.ts';

/**
 * Asks a platform what it recognises. Every address in the answer is on the platform itself.
 * @param fresh past the browser's cache: right before something is sent
 * @throws ClaimError `nobody` where it publishes nothing, `strange` where what it publishes is not its own
 */
export async function discover(world: ClaimWorld, platform: string, fresh = false): Promise<Discovery> {
  const origin = platformOrigin(platform);
  const cache = fresh ? 'no-cache' : 'default';
  let discovery: Discovery;
  try {
    discovery = await ask(world, origin + discoveryPath, discoverySchema, { cache });
  } catch (error) {
    // A page where the document should be: this platform knows nothing of claims.
    const isNothing = error instanceof ClaimError && ['not-found', 'strange'].includes(error.problem);
    throw isNothing ? new ClaimError('nobody') : error;
  }
  const { account_link_endpoint, claim_request_endpoint, witness, rewards } = discovery;
  for (const url of [account_link_endpoint, claim_request_endpoint, ...rewards.map(({ terms }) => terms)])
    ownUrl(url, origin);
  if (witness) ownUrl(witness.submission_prefix, origin);
  if (new URL(discovery.platform).origin !== origin || discovery.issuer !== didWebOf(origin))
    throw new ClaimError('strange');
  return discovery;
}
