// The plan editor: what is typed goes to the server with every step, and what came of it is put in place while the hands go on.
(() => {
  'use strict';
  const form = document.getElementById('edit');
  if (!form) return;
  const PARTS = ['editor', 'e-saved', 'e-tried'];
  const CELLS = 'input.in,button.cellb,input.cellb';
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const editor = () => document.getElementById('editor');
  const typed = new Map();
  let under = null;
  let again = null;

  // Fields changed since a step was sent keep what is in them when its answer comes.
  form.addEventListener('input', (e) => { if (e.target.id) typed.set(e.target.id, true); });

  const place = () => {
    const at = document.activeElement;
    return { id: at?.id ?? '', from: at?.selectionStart, to: at?.selectionEnd };
  };
  const go = (field) => {
    if (!field) return;
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
    if (field.matches('input.in') && field.type === 'text') field.select();
  };

  const put = (page, kept) => {
    const state = page.querySelector('[name="jakarta.faces.ViewState"]');
    if (!page.getElementById('editor') || !state) { location.reload(); return; }
    const values = new Map([...typed.keys()].map((id) => [id, document.getElementById(id)?.value]));
    PARTS.forEach((part) => {
      const now = page.getElementById(part);
      if (now) document.getElementById(part).replaceWith(now);
    });
    all('[name="jakarta.faces.ViewState"]').forEach((field) => { field.value = state.value; });
    values.forEach((value, id) => {
      const field = document.getElementById(id);
      if (field && value !== undefined) field.value = value;
    });
    const said = document.getElementById('e-say');
    if (said.textContent !== editor().dataset.say) said.textContent = editor().dataset.say;
    draw();
    kept();
  };

  const land = (where, at) => {
    const item = editor().dataset.focus;
    const side = document.querySelector('.side');
    if (at && side) { go(document.getElementById(`edit:${at}`) ?? side.querySelector('.in,select')); return; }
    if (item) { go(all('tr[data-item]').find((row) => row.dataset.item === item)?.querySelector('input.in,.cellb')); return; }
    const field = document.getElementById(where.id);
    if (!field) return;
    field.focus({ preventScroll: true });
    if (where.from !== undefined && where.from !== null && field.setSelectionRange) {
      try { field.setSelectionRange(where.from, where.to); } catch { field.blur(); field.focus(); }
    }
  };

  const send = async (button, at) => {
    if (under) { again = { button, at }; return; }
    under = button;
    const body = new URLSearchParams(new FormData(form));
    body.append(button.name, button.value);
    typed.clear();
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (answer.redirected && !page.getElementById('editor')) { location.assign(answer.url); return; }
      const where = place();
      put(page, () => land(where, at));
    } catch {
      document.getElementById('e-saved').textContent = form.dataset.offline;
    } finally {
      under = null;
      const next = again;
      again = null;
      if (next) {
        const button2 = document.getElementById(next.button.id);
        if (button2) send(button2, next.at);
      }
    }
  };
  const press = (id) => send(document.getElementById(`edit:${id}`));

  form.addEventListener('change', (e) => { if (e.target.name && !e.target.closest('#adding')) press('look'); });
  form.addEventListener('click', (e) => {
    const button = e.target.closest('input[type=submit]');
    if (!button || button.dataset.plain) return;
    e.preventDefault();
    send(button, button.dataset.at);
  });

  // Weights: the bar follows while they are typed.
  const number = (text) => Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')) || 0;
  const draw = () => {
    const sum = document.querySelector('[data-sum]');
    if (!sum) return;
    let total = 0;
    all('input[data-weight]').forEach((field) => {
      const weight = number(field.value);
      const piece = all('[data-piece]').find((one) => one.dataset.piece === field.dataset.weight);
      total += weight;
      if (!piece) return;
      piece.style.flex = `${weight} 1 0`;
      piece.hidden = weight === 0;
      piece.querySelector('[data-w]').textContent = field.value;
    });
    document.querySelector('.wb .rest').style.flex = `${Math.max(100 - total, 0)} 1 0`;
    document.querySelector('.wb .rest').hidden = total >= 100;
    const shown = Math.round(total * 100) / 100;
    const russian = document.documentElement.lang === 'ru';
    sum.textContent = `${shown.toLocaleString(document.documentElement.lang)}${russian ? '\u00a0' : ''}%`;
    sum.classList.toggle('bad', shown !== 100);
  };
  form.addEventListener('input', (e) => { if (e.target.dataset.weight) draw(); });

  // Adding: the list narrows as one types, Enter takes the first.
  document.addEventListener('click', (e) => {
    const opener = e.target.closest('[data-usage]');
    if (opener) {
      document.getElementById('edit:usage').value = opener.dataset.usage;
      document.getElementById('e-find').focus();
    }
  });
  form.addEventListener('input', (e) => {
    if (e.target.id !== 'e-find') return;
    const wanted = e.target.value.trim().toLocaleLowerCase();
    all('#e-found li').forEach((one) => {
      one.hidden = !one.querySelector('input').value.toLocaleLowerCase().includes(wanted);
    });
  });

  // Keys.
  const rowOf = (el) => el?.closest('tr[data-item]');
  const down = (field, step) => {
    const column = all(`[data-col="${field.dataset.col}"]`);
    return column[column.indexOf(field) + step];
  };
  const nextFinding = () => {
    const open = all('[data-finding]');
    if (!open.length) return;
    const at = open.findIndex((row) => row.contains(document.activeElement) || row.dataset.at === 'at');
    const row = open[(at + 1) % open.length];
    open.forEach((one) => { delete one.dataset.at; });
    row.dataset.at = 'at';
    let line = row.previousElementSibling;
    while (line && line.matches('.lint')) line = line.previousElementSibling;
    const fault = row.matches('.e') ? line?.querySelector('[aria-invalid=true],.cellb.bad') : null;
    go(row.querySelector('.rat input') ?? fault ?? line?.querySelector(CELLS) ?? row.querySelector('input'));
    row.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('click', (e) => { if (e.target.closest('[data-next-finding]')) nextFinding(); });
  document.addEventListener('keydown', (e) => {
    const at = e.target;
    if (document.querySelector('dialog[open]')) {
      if (e.key === 'Enter' && at.id === 'e-find') {
        e.preventDefault();
        all('#e-found li').find((one) => !one.hidden)?.querySelector('input').click();
      }
      return;
    }
    if (e.key === 'F8') { e.preventDefault(); nextFinding(); return; }
    if (e.key === 'F2') {
      e.preventDefault();
      go((rowOf(at) ?? document).querySelector('input.in[data-col],.cellb'));
      return;
    }
    if (e.key === 'Escape' && document.querySelector('.side')) {
      e.preventDefault();
      document.querySelector('.side [data-esc]').click();
      return;
    }
    if (e.key.toLowerCase() === 'z' && (e.ctrlKey || e.metaKey) && !e.shiftKey) {
      // While a field is being typed in, the browser undoes in it.
      if (at.matches?.('input,textarea') && at.type !== 'submit' && at.value !== at.defaultValue) return;
      e.preventDefault();
      press('undo');
      return;
    }
    if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey && at.matches?.('#editor input.in,#editor select')) {
      e.preventDefault();
      const next = at.dataset.col ? down(at, e.shiftKey ? -1 : 1) : null;
      if (next) go(next);
      else if (at.value !== at.defaultValue) press('look');
    }
  });

  window.addEventListener('beforeunload', (e) => { if (typed.size && !under) e.preventDefault(); });
  form.addEventListener('submit', () => typed.clear());
  draw();
})();
