import { words } from './words.ts';

/** While a screen reads. */
export function Waiting({ title }: { title: string }) {
  return (
    <section class="state" aria-busy="true">
      <h1 class="visually-hidden">{title}</h1>
      <p class="quiet">{words.say('loading')}</p>
    </section>
  );
}

/** When a screen cannot show what it should: what happened, that nothing is lost, and the next step. */
export function Problem({ title }: { title: string }) {
  return (
    <section class="state" role="alert">
      <h1 class="lead">{title}</h1>
      <p class="quiet">{words.say('nothingLost')}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {words.say('tryAgain')}
      </button>
    </section>
  );
}
