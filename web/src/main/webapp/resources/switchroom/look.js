// Runs before the first paint: theme and density of this browser, its time zone and language for the server. No white flash.
(() => {
  const root = document.documentElement;
  const keep = name => { try { return localStorage.getItem('sw_' + name) || ''; } catch (refused) { return ''; } };
  const cookie = (name, value) => { document.cookie = 'sw_' + name + '=' + encodeURIComponent(value) + ';path=/;max-age=31536000;samesite=lax'; };
  const apply = (name, value) => { if (value) root.dataset[name] = value; else delete root.dataset[name]; };
  for (const name of ['theme', 'density', 'contrast']) apply(name, keep(name));
  cookie('zone', Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  window.swLook = {
    get: keep,
    set(name, value) { try { localStorage.setItem('sw_' + name, value); } catch (refused) { /* private window: for this page only */ } apply(name, value); },
    speak(language) { cookie('lang', language); location.reload(); },
    isDark: () => getComputedStyle(root).colorScheme === 'dark'
      || (getComputedStyle(root).colorScheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  };
  addEventListener('click', event => {
    const switcher = event.target.closest && event.target.closest('[data-theme-switch]');
    const speaker = event.target.closest && event.target.closest('[data-lang]');
    if (switcher) { window.swLook.set('theme', window.swLook.isDark() ? 'light' : 'dark'); document.dispatchEvent(new Event('sw-look')); }
    if (speaker) window.swLook.speak(speaker.dataset.lang);
  });
})();
