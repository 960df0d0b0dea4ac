// Keys, overlays and toasts. Every page works without it; it only makes the way shorter.
(() => {
  'use strict';
  const typing = (e) => e.target.closest('input,textarea,select,[contenteditable]') !== null;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const shown = (el) => el.offsetParent !== null;

  // Menus: one open at a time, closed by Esc or a click elsewhere, focus back where it was.
  const close = (menu) => { menu.open = false; menu.querySelector('summary').focus(); };
  document.addEventListener('click', (e) => {
    all('details.menu[open]').filter((m) => !m.contains(e.target)).forEach((m) => { m.open = false; });
    const opener = e.target.closest('[data-dialog]');
    if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
    const closer = e.target.closest('[data-close]');
    if (closer) closer.closest('dialog')?.close();
    if (e.target.matches('dialog')) e.target.close();
  });

  document.querySelector('dialog[data-open]')?.showModal();

  // Signing: the button asks in a dialog of its form first, where the password is entered; the verb is that of the button.
  document.addEventListener('click', (e) => {
    const button = e.target.closest('[data-prove]');
    const dialog = button?.form.querySelector('dialog[data-sign]');
    if (!dialog || dialog.open) return;
    e.preventDefault();
    const go = dialog.querySelector('[data-sign=do]');
    go.textContent = button.value;
    dialog.querySelector('[data-sign=verb]').textContent = button.value;
    go.onclick = () => button.click();
    dialog.onkeydown = (k) => { if (k.key === 'Enter' && k.target.matches('input')) { k.preventDefault(); go.click(); } };
    dialog.showModal();
  });

  // Go to: the list narrows as one types, Enter takes the first.
  const find = document.getElementById('find');
  if (find) {
    const field = find.querySelector('input');
    const places = all('li', find);
    field.addEventListener('input', () => {
      const wanted = field.value.trim().toLocaleLowerCase();
      places.forEach((p) => { p.hidden = !p.textContent.toLocaleLowerCase().includes(wanted); });
    });
    field.addEventListener('keydown', (e) => {
      if (e.key === 'Enter') { e.preventDefault(); places.find((p) => !p.hidden)?.querySelector('a').click(); }
    });
  }

  // Rows: J and K walk, Enter opens.
  const rows = () => all('tr.link').filter(shown);
  const walk = (step) => {
    const list = rows();
    if (!list.length) return;
    const at = list.indexOf(document.activeElement?.closest('tr.link'));
    const next = list[Math.min(Math.max(at + step, 0), list.length - 1)];
    next.querySelector('a')?.focus();
  };
  all('tr.link').forEach((row) => row.addEventListener('click', (e) => {
    if (!e.target.closest('a,button,input,label,summary')) row.querySelector('a')?.click();
  }));

  let going = false;
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape') {
      const menu = document.querySelector('details.menu[open]');
      if (menu) close(menu);
      else if (!document.querySelector('dialog[open]')) document.querySelector('a[data-key="Escape"]')?.click();
      return;
    }
    if (typing(e) || e.ctrlKey || e.metaKey || e.altKey || document.querySelector('dialog[open]')) return;
    if (going) {
      going = false;
      const section = document.querySelector(`nav a[data-key="${CSS.escape(e.key)}"]`);
      if (section) { e.preventDefault(); section.click(); }
      return;
    }
    if (e.key === 'g') { going = true; setTimeout(() => { going = false; }, 1500); return; }
    if (e.key === '/') { e.preventDefault(); find?.showModal(); return; }
    if (e.key === '?') { document.getElementById('keys')?.showModal(); return; }
    if (e.key === 'j' || e.key === 'J') { walk(1); return; }
    if (e.key === 'k' || e.key === 'K') { walk(-1); return; }
    if (e.key.toLowerCase() === 'd' && document.body.classList.contains('p-appr')) { document.querySelector('main').classList.toggle('only'); return; }
    const target = all('main [data-key]').find((el) => el.dataset.key === e.key.toLowerCase() && shown(el));
    if (target) { e.preventDefault(); target.focus(); target.click(); }
  });

  // The step that the page is there for.
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) document.querySelector('[data-submit=ctrl-enter]')?.click();
  });

  // Upload: the same form, sent with its progress shown; without script it is sent plainly.
  const upload = document.querySelector('form[data-upload]');
  if (upload) {
    let pressed = null;
    upload.addEventListener('click', (e) => { if (e.target.matches('[type=submit]')) pressed = e.target; });
    upload.addEventListener('submit', (e) => {
      if (!pressed || !upload.querySelector('[type=file]').files.length) return;
      e.preventDefault();
      const body = new FormData(upload);
      body.append(pressed.name, pressed.value);
      const shown = upload.querySelector('.upp');
      const filled = shown.querySelector('i');
      const words = shown.querySelector('p');
      const request = new XMLHttpRequest();
      request.open('POST', upload.action);
      request.upload.addEventListener('progress', (p) => {
        const percent = p.lengthComputable ? Math.floor((100 * p.loaded) / p.total) : 0;
        filled.style.width = `${percent}%`;
        words.textContent = percent < 100 ? upload.dataset.upload.replace('{0}', percent) : upload.dataset.done;
      });
      request.addEventListener('load', () => {
        if (request.responseURL && new URL(request.responseURL).pathname !== new URL(upload.action).pathname) {
          location.assign(request.responseURL);
          return;
        }
        document.open();
        document.write(request.responseText);
        document.close();
      });
      request.addEventListener('error', () => { pressed.disabled = false; upload.submit(); });
      shown.hidden = false;
      pressed.disabled = true;
      request.send(body);
    });
  }

  // A file dropped where it is chosen.
  all('.drop').forEach((place) => {
    const field = place.querySelector('[type=file]');
    const over = (on) => place.classList.toggle('over', on);
    ['dragenter', 'dragover'].forEach((name) => place.addEventListener(name, (e) => { e.preventDefault(); over(true); }));
    ['dragleave', 'drop'].forEach((name) => place.addEventListener(name, () => over(false)));
    place.addEventListener('drop', (e) => {
      e.preventDefault();
      if (!e.dataTransfer.files.length) return;
      field.files = e.dataTransfer.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  });

  // The unit of a file is asked for where its profile does not know it.
  all('[data-unit]').forEach((part) => {
    const profile = document.getElementById(part.dataset.unit);
    const asking = part.dataset.asking.split(' ');
    const field = part.querySelector('select');
    const show = () => {
      part.hidden = !asking.includes(profile.value);
      if (part.hidden) field.value = '';
    };
    profile.addEventListener('change', show);
    show();
  });

  // What belongs to one kind of row only.
  const kind = document.getElementById('edit:kind');
  if (kind) {
    const show = () => all('[data-kind]').forEach((part) => {
      part.hidden = !part.dataset.kind.split(' ').includes(kind.value);
    });
    kind.addEventListener('change', () => { show(); kind.form.querySelector('[id="edit:check"]').dispatchEvent(new CustomEvent('whole')); });
    show();
  }

  // One box for all rows.
  all('[data-all]').forEach((box) => {
    const boxes = all(`input[name="${box.dataset.all}"]`);
    box.addEventListener('change', () => boxes.forEach((one) => { one.checked = box.checked; }));
    boxes.forEach((one) => one.addEventListener('change', () => {
      box.checked = boxes.every((b) => b.checked);
      box.indeterminate = !box.checked && boxes.some((b) => b.checked);
    }));
  });

  // Rows that are looked through: arrows walk, F8 goes to the next one that is asked about, on the next page too.
  const looked = () => all('tr[data-row]').filter(shown);
  document.addEventListener('keydown', (e) => {
    if (typing(e) || e.ctrlKey || e.metaKey || e.altKey || document.querySelector('dialog[open]')) return;
    const list = looked();
    if (!list.length || !['ArrowDown', 'ArrowUp', 'F8'].includes(e.key)) return;
    const at = list.indexOf(document.activeElement?.closest('tr[data-row]'));
    const next = e.key === 'F8'
      ? list.find((row, i) => i > at && row.dataset.question) ?? list.find((row) => row.dataset.question)
      : list[Math.min(Math.max(at + (e.key === 'ArrowDown' ? 1 : -1), 0), list.length - 1)];
    if (!next) return;
    e.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });

  // A pair: arrows walk along both charts, and what stands one above the other is told.
  const told = document.querySelector('[data-points]');
  if (told) {
    const [left, right, bottom] = told.dataset.points.split(' ').map(Number);
    const points = all('[data-point]');
    const charts = all('svg[role=img]').filter((svg) => svg.closest('[data-aligned]'));
    let at = points.length;
    document.addEventListener('keydown', (e) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
      if (!step || !points.length || typing(e) || e.ctrlKey || e.metaKey || e.altKey || document.querySelector('dialog[open]')) return;
      e.preventDefault();
      at = Math.min(Math.max(at + step, 0), points.length - 1);
      const x = left + (right - left) * at / Math.max(1, points.length - 1);
      charts.forEach((svg) => {
        svg.querySelector('.cur')?.remove();
        const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        line.setAttribute('class', 'cur');
        line.setAttribute('d', `M${x} 4V${bottom}`);
        svg.append(line);
      });
      told.textContent = points[at].dataset.point;
    });
  }

  // Work under way: the page is asked again, what moves is put in place, and focus stays where it is.
  const moving = document.querySelector('[data-poll]');
  if (moving) {
    let said = 0;
    const ask = async () => {
      let answer;
      try { answer = await fetch(location.href); } catch { setTimeout(ask, 3000); return; }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (answer.ok && !page.querySelector('[data-poll]')) { location.replace(answer.url); return; }
      ['p-head', 'p-bar', 'p-stages'].forEach((part) => {
        const now = page.getElementById(part);
        if (now) document.getElementById(part).replaceChildren(...now.childNodes);
      });
      const percent = Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow'));
      if (percent >= said + 10) {
        said = percent;
        document.getElementById('p-say').textContent = document.querySelector('h1').textContent;
      }
      setTimeout(ask, Number(moving.dataset.poll));
    };
    setTimeout(ask, Number(moving.dataset.poll));
  }

  // Tabs that do not fit: the open one in view.
  document.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  // A refused form: at its first wrong field.
  document.querySelector('form [aria-invalid=true]')?.focus();

  // Looked at while it is typed: the form is sent as by the button, and only what was found comes back.
  const check = document.querySelector('[data-check]');
  if (check) {
    const form = check.form;
    const look = async () => {
      const body = new URLSearchParams(new FormData(form));
      body.append(check.name, check.value);
      const answer = await fetch(form.action, { method: 'POST', body });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const found = page.getElementById(check.dataset.check);
      const state = page.querySelector('[name="jakarta.faces.ViewState"]');
      if (!found || !state) return;
      document.getElementById(check.dataset.check).replaceChildren(...found.childNodes);
      all('[name="jakarta.faces.ViewState"]').forEach((field) => { field.value = state.value; });
      all('[data-checked]').forEach((field) => {
        const now = page.getElementById(field.id);
        if (!now) return;
        field.className = now.className;
        if (now.hasAttribute('aria-invalid')) field.setAttribute('aria-invalid', now.getAttribute('aria-invalid'));
      });
    };
    check.addEventListener('click', (e) => { if (!check.dataset.whole) { e.preventDefault(); look(); } });
    check.addEventListener('whole', () => { check.dataset.whole = 'whole'; check.click(); });
    all('[data-checked]').forEach((field) => field.addEventListener('change', look));
  }

  // Toasts leave after six seconds unless somebody looks at them.
  all('.toast').forEach((toast) => {
    const leave = () => { if (toast.matches(':hover,:focus-within')) setTimeout(leave, 2000); else toast.classList.add('gone'); };
    setTimeout(leave, 6000);
  });
})();
