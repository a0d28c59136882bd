import { randomBytes } from 'node:crypto';
import { type ClaimRequest, linkReward } from '../../lib/claim/protocol.ts';
import { clientId, type Desk, responseUrl } from './kit.ts';
import { Problem } from './problems.ts';

const token = (bytes: number) => randomBytes(bytes).toString('base64url');

/** Who a request of a link is made for. */
interface Session {
  session: string;
  account: string;
}

/**
 * Makes a request for a presentation (OpenID4VP 1.0): valid for minutes, for one use.
 * @param peer address of who asks, or nothing where it is not known
 * @param of the session of a link; without it the request is for a claim
 * @throws Problem `malformed-request` for an unknown reward, `rate-limited`
 */
export async function makeRequest(
  desk: Desk,
  wanted: { reward: string; streamOrigin?: string | undefined },
  peer: string,
  of?: Session,
): Promise<ClaimRequest> {
  const { db, limits, now, rewards, namespace, keys, site } = desk;
  const isLink = wanted.reward === linkReward;
  if (isLink !== (of !== undefined) || !(isLink || rewards.some(({ rule }) => rule.id === wanted.reward))) {
    throw new Problem('malformed-request', { detail: 'There is no such reward.', step: 3 });
  }
  const at = now();
  const blindPeer = keys.blind(`peer ${peer}`);
  const { asked } = await db
    .selectFrom('claim_requests')
    .select((eb) => eb.fn.countAll().as('asked'))
    .where('peer', '=', blindPeer)
    .where('made_at', '>', new Date(at.getTime() - 60_000))
    .executeTakeFirstOrThrow();
  if (Number(asked) >= limits.requestsPerMinute) throw new Problem('rate-limited');

  const [nonce, state] = [token(16), token(12)];
  await db
    .insertInto('claim_requests')
    .values({
      state,
      nonce,
      reward: wanted.reward,
      session: of ? keys.blind(`session ${of.session}`) : null,
      account: of?.account ?? null,
      peer: blindPeer,
      made_at: at,
      expires_at: new Date(at.getTime() + limits.requestSeconds * 1000),
      used_by: null,
      claim: null,
      response_code: null,
      finished_at: null,
    })
    .execute();
  const known = wanted.streamOrigin
    ? await db.selectFrom('claim_streams').selectAll().where('origin', '=', wanted.streamOrigin).executeTakeFirst()
    : undefined;
  return {
    response_type: 'vp_token',
    response_mode: 'direct_post',
    client_id: clientId(desk),
    response_uri: responseUrl(desk),
    nonce,
    state,
    dcql_query: {
      credentials: [
        {
          id: 'record',
          format: 'ldp_vc',
          meta: { type_values: [[`${namespace.url}/ns#ContributionRecordCredential`]] },
          claims: [{ path: ['credentialSubject', 'streams', null, 'platform'], values: [site.origin()] }],
        },
      ],
    },
    client_metadata: {
      vp_formats_supported: {
        ldp_vc: { proof_type_values: ['DataIntegrityProof'], cryptosuite_values: ['eddsa-jcs-2022'] },
      },
    },
    ...(known && { known_size: Number(known.held_size) }),
    ...(known?.witnessed_checkpoint && { known_checkpoint: known.witnessed_checkpoint }),
  };
}
