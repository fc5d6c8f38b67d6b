// The page of a campaign: one group at a time, search, only what differs from the default, and how much has been changed.
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  let section = '';

  const valueOf = set => {
    const boxes = all('.sw-checklist input', set);
    if (boxes.length) return boxes.filter(box => box.checked).map(box => box.value).sort().join(',');
    const control = set.querySelector('input, select, textarea');
    if (!control) return '';
    if (control.type === 'checkbox') return String(control.checked);
    return control.value.replace(/\r\n/g, '\n').trim();
  };
  const alike = (set, typed, stored) => {
    if (set.querySelector('.sw-checklist')) return typed === stored.split(',').filter(Boolean).sort().join(',');
    if (set.querySelector('.sw-unit') && typed !== '' && stored !== '') return Number(typed.replace(',', '.')) === Number(stored);
    return typed === stored.replace(/\r\n/g, '\n').trim();
  };

  const count = () => {
    const sets = all('.sw-set[data-setting]');
    let edited = 0;
    const changed = {};
    sets.forEach(set => {
      const typed = valueOf(set);
      if (!alike(set, typed, set.dataset.saved || '')) edited++; // an empty attribute is not written
      const other = !set.dataset.needed && !alike(set, typed, set.dataset.fallback || '');
      set.classList.toggle('is-changed', other);
      all('.sw-changed', set).forEach(chip => { chip.hidden = !other; });
      const group = set.closest('[data-group]');
      if (group && other) changed[group.dataset.group] = (changed[group.dataset.group] || 0) + 1;
    });
    all('[data-section]').forEach(link => {
      const badge = link.querySelector('.sw-count');
      if (badge) { badge.hidden = !changed[link.dataset.section]; badge.textContent = changed[link.dataset.section] || 0; }
    });
    all('[data-counter]').forEach(counter => {
      const text = edited === 0 ? counter.dataset.none : edited === 1 ? counter.dataset.one : counter.dataset.many.replace('{0}', edited);
      if (counter.textContent !== text) counter.textContent = text;
    });
    return edited;
  };

  const show = () => {
    const find = document.getElementById('findSetting'), only = document.getElementById('onlyChanged');
    if (!find) return;
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = words.length > 0 || only.checked;
    let shown = 0;
    all('[data-group]').forEach(group => {
      let within = 0;
      all('.sw-set', group).forEach(set => {
        const text = (set.dataset.setting + ' ' + set.textContent).toLowerCase();
        const fits = words.every(word => text.includes(word)) && (!only.checked || set.classList.contains('is-changed'));
        set.hidden = !fits;
        if (fits) within++;
      });
      const wrong = group.querySelector('.sw-msg.sw-bad');
      group.hidden = filtered ? within === 0 : group.dataset.group !== section && !wrong;
      if (!group.hidden) shown++;
    });
    const none = document.getElementById('noSetting');
    if (none) none.hidden = shown > 0;
    all('[data-section]').forEach(link => {
      if (!filtered && link.dataset.section === section) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    });
  };

  // Whoever saves stands at the bar below; what somebody else saved first is shown above. Once: the next answers move nothing.
  let merging = false;
  const showMerge = () => {
    const merge = document.querySelector('[aria-labelledby="merge"]');
    if (merge && !merging) merge.scrollIntoView({ block: 'start' });
    merging = !!merge;
  };
  const anew = () => { count(); show(); showMerge(); };
  document.addEventListener('input', event => {
    if (event.target.id === 'findSetting') show();
    else if (event.target.closest('.sw-set')) count();
  });
  document.addEventListener('change', event => {
    if (event.target.id === 'onlyChanged') show();
    else if (event.target.closest('.sw-set')) count();
  });
  document.addEventListener('click', event => {
    const link = event.target.closest('[data-section]');
    if (!link) return;
    event.preventDefault();
    section = link.dataset.section;
    document.getElementById('findSetting').value = '';
    document.getElementById('onlyChanged').checked = false;
    history.replaceState(null, '', '#group-' + section);
    show();
    const group = document.querySelector('[data-group="' + section + '"]');
    if (group) { group.focus({ preventScroll: true }); window.scrollTo({ top: 0 }); }
  });
  document.addEventListener('keydown', event => {
    if (event.target.id === 'findSetting' && event.key === 'Enter') event.preventDefault();
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyS' && !event.repeat) {
      const save = document.querySelector('[data-key="Ctrl+Shift+S"]');
      if (save) { event.preventDefault(); save.click(); }
    }
  });
  document.addEventListener('DOMContentLoaded', () => {
    const groups = all('[data-section]').map(link => link.dataset.section);
    const wanted = location.hash.replace('#group-', '');
    section = groups.includes(wanted) ? wanted : groups[0] || '';
    anew();
    if (window.jQuery) window.jQuery(document).on('pfAjaxComplete', anew);
  });
})();
