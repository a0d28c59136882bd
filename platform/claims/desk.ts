import type { Context } from 'hono';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { approved, type Compared, compareClaim, waiting } from './decide.ts';
import { dryRun } from './dry-run.ts';
import { audit, type Desk, prefix } from './kit.ts';
import { answerObjection } from './objections.ts';
import { formOf, showPage, token, visitorOr, when } from './pages.ts';
import { Problem } from './problems.ts';
import { receiptAt } from './receipts.ts';
import { signalsOf } from './signals.ts';
import type { Markup, SiteVisitor } from './site.ts';

const desk = `${prefix}/desk`;
const perPage = 50;
const linesShown = 500;

/**
 * Who works at the desk. To all others it is not there.
 * @throws Problem `not-found`
 */
export async function keeperOr(c: Context, opened: Desk): Promise<SiteVisitor | Response> {
  const visitor = await visitorOr(c, opened);
  if (visitor instanceof Response) return visitor;
  if (!opened.site.isKeeper(visitor)) throw new Problem('not-found');
  return visitor;
}

const links = html`<nav class="claims-nav" aria-label="Claim desk"><a href="${desk}">Claims</a> <a href="${desk}/objections">Objections</a> <a href="${desk}/signals">Signals</a> <a href="${desk}/payouts">Payouts</a> <a href="${desk}/dry-run">Dry run</a> <a href="${desk}/audit">What happened</a></nav>`;
export const inDesk = (title: string, body: Markup): Markup =>
  html`<section class="claims-desk">${links}<h1>${title}</h1>${body}</section>`;

/** A table that scrolls by itself where it is wider than the window. */
export const table = (caption: string, heads: string[], rows: Markup[][], empty: string): Markup =>
  rows.length === 0
    ? html`<p>${empty}</p>`
    : html`<div class="claims-table" tabindex="0" role="region" aria-label="${caption}"><table><caption class="claims-hidden">${caption}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;

const words: Record<string, string> = {
  awaiting_upload: 'waits for its lines',
  received: 'waits to be checked',
  checking: 'is being checked',
  decided: 'decided',
  needs_link: 'waits for its person',
  withdrawn: 'withdrawn',
  refused: 'refused',
};

/** Pages for the platform's people. */
export function deskPages(opening: () => Promise<Desk>): Hono {
  const app = new Hono();

  app.get(desk, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const before = c.req.query('before') ?? '~';
    const claims = await opened.db
      .selectFrom('claims')
      .selectAll()
      .where('reward', '<>', 'link')
      .where('id', '<', before)
      .orderBy('id', 'desc')
      .limit(perPage + 1)
      .execute();
    const shown = claims.slice(0, perPage);
    const rows = shown.map((claim) => [
      html`<a href="${desk}/claims/${claim.id}">${when(claim.made_at)}</a>`,
      html`${claim.account}`,
      html`${claim.reward}`,
      html`${Number(claim.to_index) - Number(claim.from_index)}`,
      html`${words[claim.status]}${claim.detail ? html`: ${claim.detail}` : ''}`,
    ]);
    const more = claims.length > perPage ? html`<p><a href="${desk}?before=${shown.at(-1)?.id}">Older</a></p>` : '';
    const heads = ['When (UTC)', 'Account', 'Reward', 'Lines', 'State'];
    return showPage(
      c,
      opened,
      'Claims',
      inDesk('Claims', html`${table('Claims', heads, rows, 'Nobody has claimed anything yet.')}${more}`),
    );
  });

  app.get(`${desk}/claims/:id`, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const claim = await opened.db
      .selectFrom('claims')
      .selectAll()
      .where('id', '=', c.req.param('id'))
      .executeTakeFirst();
    if (!claim) throw new Problem('not-found');
    const compared = await compareClaim(opened, claim);
    const receipt = claim.receipt ? await receiptAt(opened, claim.receipt) : undefined;
    const subject = receipt?.credentialSubject;
    const outcomeAt = (index: number) => subject?.outcomes.find(([from, to]) => index >= from && index < to)?.[2];
    const grants = await opened.db.selectFrom('claim_grants').selectAll().where('claim', '=', claim.id).execute();
    const happened = await opened.db
      .selectFrom('claim_audit')
      .selectAll()
      .where('about', '=', claim.id)
      .orderBy('id')
      .execute();
    const facts: [string, Markup][] = [
      ['Account', html`<a href="${claim.account}">${claim.account}</a>`],
      ['Key', html`<code>${claim.did}</code>`],
      ['Reward', html`${claim.reward}`],
      ['Lines', html`${claim.from_index} to ${Number(claim.to_index) - 1}`],
      ['State', html`${words[claim.status]} ${claim.detail ?? ''}`],
      [
        'Granted',
        html`${grants.map(({ account, amount, unit, part }) => html`${amount} ${unit} ${part === 'own' ? '' : html`passed on to ${account}`}<br>`)}`,
      ],
    ];
    const body = html`<dl class="claims-facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${claim.status === 'checking' && claim.detail === waiting ? decisionForm(claim.id, keeper) : ''}
<h2>Line by line</h2>
${compared ? linesTable(compared, outcomeAt) : html`<p>The lines are not here: they never came, or their time is over.</p>`}
<h2>What happened</h2>${auditTable(happened)}`;
    return showPage(c, opened, 'Claim', inDesk('Claim', body));
  });

  app.post(`${desk}/claims/:id`, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const form = await formOf(c, keeper);
    await decideByHand(opened, c.req.param('id'), keeper, form.get('decision') === 'approve', form.get('reason') ?? '');
    return c.redirect(`${desk}/claims/${c.req.param('id')}`, 303);
  });

  app.get(`${desk}/objections`, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const objections = await opened.db
      .selectFrom('claim_objections')
      .innerJoin('claims', 'claims.id', 'claim_objections.claim')
      .selectAll('claim_objections')
      .select('claims.account')
      .orderBy('claim_objections.id', 'desc')
      .limit(perPage)
      .execute();
    const body =
      objections.length === 0
        ? html`<p>Nobody objects.</p>`
        : html`<ul class="claims-list">${objections.map(
            ({ id, claim, account, reason, lines, made_at, answer, upheld, answered_at }) => html`<li>
<p><a href="${desk}/claims/${claim}">${account}</a>, ${when(made_at)} UTC, lines ${(JSON.parse(lines) as number[]).join(', ') || '(none named)'}</p>
<blockquote>${reason}</blockquote>
${
  answered_at
    ? html`<p>${upheld ? 'Upheld' : 'Turned down'}: ${answer}</p>`
    : html`<form method="post" action="${desk}/objections/${id}">${token(keeper)}<p><label>Your answer<br><textarea name="answer" required maxlength="2000" rows="3"></textarea></label></p><button name="decision" value="uphold">Uphold: the lines count</button> <button name="decision" value="reject">Turn it down</button></form>`
}</li>`,
          )}</ul>`;
    return showPage(c, opened, 'Objections', inDesk('Objections', body));
  });

  app.post(`${desk}/objections/:id`, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const form = await formOf(c, keeper);
    const answer = (form.get('answer') ?? '').trim().slice(0, 2000);
    const upheld = form.get('decision') === 'uphold';
    if (answer) await answerObjection(opened, c.req.param('id'), { keeper: keeper.account, upheld, answer });
    return c.redirect(`${desk}/objections`, 303);
  });

  app.get(`${desk}/signals`, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const signals = await signalsOf(opened);
    const rows = signals.map(({ account, what, about, link }) => [
      html`${account}`,
      html`${what}`,
      link ? html`<a href="${desk}/claims/${link}">${about}</a>` : html`${about}`,
    ]);
    const lede = html`<p>A signal is a reason to look, not a proof. Nothing is decided by it.</p>`;
    return showPage(
      c,
      opened,
      'Signals',
      inDesk('Signals', html`${lede}${table('Signals', ['Account', 'What', 'Where'], rows, 'Nothing stands out.')}`),
    );
  });

  app.get(`${desk}/audit`, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const rows = await opened.db.selectFrom('claim_audit').selectAll().orderBy('id', 'desc').limit(200).execute();
    return showPage(c, opened, 'What happened', inDesk('What happened', auditTable(rows)));
  });

  const dryRunPage = async (c: Context, keeper: SiteVisitor, opened: Desk, form?: URLSearchParams) => {
    const now = opened.now();
    const given = form?.get('rule') ?? JSON.stringify(opened.rewards[0]?.rule ?? {}, null, 2);
    const from = form?.get('from') ?? new Date(now.getTime() - 30 * 86_400_000).toISOString().slice(0, 10);
    const to = form?.get('to') ?? now.toISOString().slice(0, 10);
    const result = form && (await dryRun(opened, given, from, to));
    const shown =
      result &&
      ('problem' in result
        ? html`<p role="alert">${result.problem}</p>`
        : html`<h2>It would have granted</h2>${table(
            'It would have granted',
            ['Account', 'Acts', 'Amount', 'Of it passed on'],
            result.accounts.map(({ account, acts, amount, passedOn }) => [
              html`${account}`,
              html`${acts}`,
              html`${amount}`,
              html`${passedOn}`,
            ]),
            'Nothing, to nobody.',
          )}`);
    const body = html`<p>What a rule would have granted to people who linked a key, for what the site's own log says. Nothing is written.</p>
<form method="post" action="${desk}/dry-run">${token(keeper)}
<p><label>The rule<br><textarea name="rule" rows="18" spellcheck="false">${given}</textarea></label></p>
<p><label>From <input type="date" name="from" value="${from}"></label> <label>to <input type="date" name="to" value="${to}"></label> <button>Try it</button></p></form>${shown ?? ''}`;
    return showPage(c, opened, 'Dry run', inDesk('Dry run', body));
  };
  app.get(`${desk}/dry-run`, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    return keeper instanceof Response ? keeper : dryRunPage(c, keeper, opened);
  });
  app.post(`${desk}/dry-run`, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    return keeper instanceof Response ? keeper : dryRunPage(c, keeper, opened, await formOf(c, keeper));
  });

  return app;
}

const decisionForm = (id: string, keeper: SiteVisitor) =>
  html`<form method="post" action="${desk}/claims/${id}">${token(keeper)}<p><label>Why (they will read it)<br><input name="reason" maxlength="500"></label></p><button name="decision" value="approve">Grant what is confirmed</button> <button name="decision" value="refuse">Refuse it</button></form>`;

function linesTable(compared: readonly Compared[], outcomeAt: (index: number) => string | undefined): Markup {
  const rows = compared.slice(0, linesShown).map(({ index, act, match, outcome }) => {
    const own =
      match?.is === 'confirmed'
        ? html`${when(match.act.at)} ${match.act.made ?? match.act.object}`
        : html`${match ? { undone: 'done, and taken back', mismatched: 'at another time', notFound: 'not there' }[match.is] : ''}`;
    return [
      html`${index}`,
      act
        ? html`<span class="claims-word">${act.kind}</span>${act.manner === 'does' ? '' : html` (${act.manner})`}`
        : html`<span class="claims-word">withheld</span>`,
      act ? html`${when(act.at)} ${act.made ?? act.object}` : html``,
      own,
      html`<span class="claims-word">${outcomeAt(index) ?? html`would be ${outcome}`}</span>`,
    ];
  });
  const more = compared.length - rows.length;
  return html`${table('Lines', ['No.', 'Kind', 'The line says (UTC)', 'Our log says (UTC)', 'Outcome'], rows, 'No lines.')}${more > 0 ? html`<p>and ${more} more</p>` : ''}`;
}

const auditTable = (rows: { at: Date; who: string; what: string; about: string; detail: string }[]): Markup =>
  table(
    'What happened',
    ['When (UTC)', 'Who', 'What', 'About', ''],
    rows.map(({ at, who, what, about, detail }) => [
      when(at),
      html`${who}`,
      html`${what}`,
      html`${about}`,
      html`${detail}`,
    ]),
    'Nothing yet.',
  );

/** A keeper's decision about a claim that waits for one. */
async function decideByHand(
  opened: Desk,
  id: string,
  keeper: SiteVisitor,
  yes: boolean,
  reason: string,
): Promise<void> {
  const at = opened.now();
  await opened.db.transaction().execute(async (write) => {
    const changed = await write
      .updateTable('claims')
      .set(
        yes
          ? { detail: approved }
          : { status: 'refused', detail: reason.slice(0, 500) || 'It was refused.', decided_at: at },
      )
      .where('id', '=', id)
      .where('status', '=', 'checking')
      .where('detail', '=', waiting)
      .executeTakeFirst();
    if (!changed.numUpdatedRows) return;
    if (yes) await write.insertInto('claim_jobs').values({ claim: id, run_at: at, lease: null, attempts: 0 }).execute();
    await audit(write, at, {
      who: keeper.account,
      what: yes ? 'approved' : 'refused',
      about: id,
      detail: reason.slice(0, 500),
    });
  });
  if (yes) opened.wake();
}
