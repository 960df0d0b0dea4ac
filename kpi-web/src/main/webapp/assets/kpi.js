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
    const target = all('main [data-key]').find((el) => el.dataset.key === e.key.toLowerCase() && shown(el));
    if (target) { e.preventDefault(); target.focus(); target.click(); }
  });

  // Toasts leave after six seconds unless somebody looks at them.
  all('.toast').forEach((toast) => {
    const leave = () => { if (toast.matches(':hover,:focus-within')) setTimeout(leave, 2000); else toast.classList.add('gone'); };
    setTimeout(leave, 6000);
  });
})();
