// What every page behind the sign-in does: timers, live news, toasts, dialogs, the user's menu, signing out an idle administrator.
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const two = n => String(n).padStart(2, '0');

  // Timers: one clock for all of them, corrected by the server's.
  let skew = 0;
  const clock = millis => {
    const s = Math.max(0, Math.floor(millis / 1000));
    if (s >= 86400) return Math.floor(s / 86400) + ' d ' + Math.floor(s % 86400 / 3600) + ' h';
    const end = two(Math.floor(s % 3600 / 60)) + ':' + two(s % 60);
    return s < 3600 ? end : Math.floor(s / 3600) + ':' + end;
  };
  const tick = () => all('[data-since]').forEach(timer => {
    if (!timer.dataset.since) return;
    const passed = Date.now() + skew - Number(timer.dataset.since);
    const shown = clock(passed);
    if (timer.textContent !== shown) timer.textContent = shown;
    if (timer.dataset.limit) timer.classList.toggle('sw-bad', passed > 800 * Number(timer.dataset.limit));
  });

  // Live news. A message is the name of a topic; the page reads what it shows anew, never two times at once, and not while it is hidden.
  let live = true, busy = false, dirty = false;
  const light = on => { live = on; const lamp = document.getElementById('live'); if (lamp) lamp.hidden = on; };
  const refresh = () => {
    if (!window.swRefresh) return;
    if (busy || document.hidden) { dirty = true; return; }
    busy = true; dirty = false;
    window.swRefresh();
  };
  window.swRefreshed = () => { busy = false; tick(); if (dirty) setTimeout(refresh, 100); };
  window.swOpened = () => light(true);
  window.swMessage = topic => {
    if (topic === 'ENDED ' + document.body.dataset.session) { // signed out elsewhere: the socket closes before the page goes
      window.faces.push.close('push'); setTimeout(() => location.reload(), 300);
      return;
    }
    const back = !live;
    if (back) light(true);
    if (back || (document.body.dataset.topics || '').split(' ').includes(topic)) refresh();
  };
  window.swLost = () => light(false);
  window.swClosed = (code, channel, event) => {
    light(false);
    if (code !== 1000) setTimeout(comeBack, 3000);
    else if (event && event.reason === 'Expired') setTimeout(comeBack, 300); // signed out elsewhere, or for being idle
  };
  // The server was started again and does not know this page's channel any more: load the page anew as soon as it answers.
  const comeBack = () => fetch(location.href, { method: 'HEAD', cache: 'no-store' })
    .then(answer => { if (answer.ok && !document.querySelector('dialog[open]')) location.reload(); else setTimeout(comeBack, 5000); })
    .catch(() => setTimeout(comeBack, 5000));
  document.addEventListener('visibilitychange', () => { if (!document.hidden && dirty) refresh(); });

  // Toasts: 5 s, errors until they are closed.
  const watchToasts = () => all('.sw-toast[data-stays="false"]:not([data-seen])').forEach(toast => {
    toast.dataset.seen = 'true';
    setTimeout(() => toast.remove(), 5000);
  });

  // Dialogs are the browser's own: it keeps the focus inside and closes on Esc.
  // What a dialog keeps in a template is on the page only when it was opened.
  window.swOpen = id => {
    const dialog = document.getElementById(id), kept = dialog && dialog.querySelector('template');
    if (kept) kept.replaceWith(kept.content);
    if (dialog && !dialog.open) dialog.showModal();
  };
  window.swClose = id => { const dialog = document.getElementById(id); if (dialog && dialog.open) dialog.close(); };

  window.swFirstPage = name => { const table = window.PrimeFaces && window.PrimeFaces.widgets[name], pager = table && table.getPaginator && table.getPaginator(); if (pager) pager.cfg.page = 0; };

  const showLook = () => ['theme', 'density'].forEach(name => all('input[name="' + name + '"]').forEach(input => { input.checked = input.value === window.swLook.get(name); }));
  const on = { theme: v => window.swLook.set('theme', v), density: v => window.swLook.set('density', v), lang: v => window.swLook.speak(v) };
  document.addEventListener('sw-look', showLook);
  document.addEventListener('change', event => { if (event.target.closest('.sw-usermenu') && on[event.target.name]) on[event.target.name](event.target.value); });
  document.addEventListener('click', event => {
    const open = event.target.closest('[data-open]'), close = event.target.closest('[data-close]'), away = event.target.closest('[data-dismiss]');
    if (open) window.swOpen(open.dataset.open);
    if (close) window.swClose(close.dataset.close);
    if (away) away.closest('.sw-toast').remove();
    all('details.sw-usermenu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
    const pressed = event.target.closest('button[id]');
    if (pressed && !pressed.dataset.calm) setTimeout(() => { if (waiting > 0 && pressed.isConnected) pressed.setAttribute('aria-busy', 'true'); }, 80);
  });
  document.addEventListener('keydown', event => {
    const typing = event.target.matches('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape') all('details.sw-usermenu[open]').forEach(menu => { menu.open = false; });
    if (event.key === '?' && !typing && !event.ctrlKey && !event.altKey && !document.querySelector('dialog[open]')) { window.swOpen('help'); event.preventDefault(); }
    if (event.key === '/' && !typing && !event.ctrlKey && !event.altKey) { const find = document.querySelector('.sw-find input'); if (find) { find.focus(); event.preventDefault(); } }
  });

  // An administrator who has touched nothing for a while is signed out; reading news does not count as touching.
  let touched = Date.now();
  ['pointerdown', 'keydown', 'wheel', 'pointermove'].forEach(kind => addEventListener(kind, () => { touched = Date.now(); }, { passive: true }));
  const idle = () => {
    const limit = Number(document.body.dataset.idle || 0) * 1000;
    if (limit && Date.now() - touched > limit) { touched = Date.now(); const leave = document.getElementById('leave:signOut'); if (leave) leave.click(); }
  };

  let waiting = 0;
  document.addEventListener('DOMContentLoaded', () => {
    skew = Number(document.body.dataset.now || Date.now()) - Date.now();
    tick(); showLook(); watchToasts();
    setInterval(tick, 1000); setInterval(idle, 5000);
    if (window.jQuery) window.jQuery(document)
      .on('pfAjaxSend', () => { waiting++; })
      .on('pfAjaxComplete', () => { waiting = Math.max(0, waiting - 1); if (!waiting) all('button[aria-busy]').forEach(b => b.removeAttribute('aria-busy')); tick(); watchToasts(); })
      .on('pfAjaxError', () => { busy = false; });
  });
})();
