// Everything on this site works without this file. With it, small acts stay on the page, comments appear where they are
// written, drafts keep themselves, and a question looks for its like.

const said = document.getElementById('said');

/** Tells everybody, also those who listen, what happened. */
const say = (text) => {
  said.textContent = text;
  clearTimeout(say.timer);
  if (text) say.timer = setTimeout(() => say(''), 6000);
};

const send = (url, body) =>
  fetch(url, { method: 'POST', body, headers: { accept: 'application/json' }, credentials: 'same-origin' });

/** Fields of a form and the button that sends it, as a classic form would send them. */
const fields = (form, button) => new URLSearchParams(new FormData(form, button));

const show = (item, acts) => {
  for (const [act, { on, count }] of Object.entries(acts)) {
    // The item's own button, not one of a comment inside it.
    const button = [...item.querySelectorAll(`[data-act="${act}"]`)].find((one) => one.closest('[data-item]') === item);
    if (!button) continue;
    button.setAttribute('aria-pressed', String(on));
    button.value = on ? '0' : button.dataset.value;
    const label = button.querySelector('.label');
    label.textContent = on ? label.dataset.on : label.dataset.off;
    const counter = button.querySelector('[data-count]');
    if (counter && count !== undefined) counter.textContent = count || '';
    if (button.form.dataset.undo)
      button.form.setAttribute('action', on ? button.form.dataset.undo : button.form.dataset.do);
  }
  const rate = item.querySelector('.rate');
  if (rate) rate.dataset.mine = rate.querySelector('[aria-pressed="true"]')?.dataset.value ?? '0';
};

const after = {
  toggle: (form, answer) => show(form.closest('[data-item]'), answer.acts),
  append: (form, answer) => {
    const list = form.closest('.comments').querySelector('[data-list]');
    list.insertAdjacentHTML('beforeend', answer.html);
    form.reset();
  },
};

document.addEventListener('submit', async (event) => {
  const form = event.target;
  const kind = form.dataset.fetch;
  if (!kind) return;
  event.preventDefault();
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  try {
    const response = await send(form.getAttribute('action'), fields(form, event.submitter));
    const answer = await response.json();
    if (response.status === 401) location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
    else if (answer.ok) after[kind](form, answer);
    else say(answer.reason);
  } catch {
    say(said.dataset.offline);
  } finally {
    form.removeAttribute('aria-busy');
  }
});

// Ctrl or Command and Enter sends what is being written.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !event.target.matches?.('textarea')) return;
  const form = event.target.form;
  form.requestSubmit(form.querySelector('button'));
});

/** Runs once it has been quiet for a while. */
const whenQuiet = (wait, work) => {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), wait);
  };
};

for (const field of document.querySelectorAll('[data-draft]')) {
  field.addEventListener(
    'input',
    whenQuiet(1200, () =>
      send(field.dataset.draft, new URLSearchParams({ csrf: field.form.elements.csrf.value, body: field.value })).catch(
        () => {},
      ),
    ),
  );
}

for (const field of document.querySelectorAll('[data-similar]')) {
  const box = field.form.querySelector('.similar');
  const look = async () => {
    const response = await send(
      field.dataset.similar,
      new URLSearchParams({ csrf: field.form.elements.csrf.value, title: field.value }),
    );
    const { questions = [] } = await response.json();
    const links = questions.map(({ url, title }) => {
      const line = document.createElement('li');
      const link = line.appendChild(document.createElement('a'));
      link.href = url;
      link.textContent = title;
      return line;
    });
    const list = document.createElement('ul');
    list.append(...links);
    box.replaceChildren(Object.assign(document.createElement('p'), { textContent: box.dataset.title }), list);
    box.hidden = links.length === 0;
  };
  field.addEventListener(
    'input',
    whenQuiet(400, () => look().catch(() => {})),
  );
}

// An open sheet closes with Escape or a press beside it.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const sheet of document.querySelectorAll('details.report[open]')) {
    sheet.open = false;
    sheet.querySelector('summary').focus();
  }
});
document.addEventListener('click', (event) => {
  for (const sheet of document.querySelectorAll('details.report[open]'))
    if (!sheet.contains(event.target)) sheet.open = false;
});
