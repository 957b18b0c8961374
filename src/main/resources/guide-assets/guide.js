// Search, tabs, the theme and the drawer. Without it every page is whole, only longer.
(function () {
  'use strict';

  const root = document.documentElement;

  theme(document.querySelector('.theme-button'));
  drawer(document.querySelector('.menu-button'), document.getElementById('sidebar'));
  contents(document.querySelector('.contents'));
  document.querySelectorAll('.tabs').forEach(tabs);
  search(document.getElementById('search'), document.getElementById('results'));
  reveal();
  window.addEventListener('hashchange', reveal);

  /** A switch between the themes, which the browser remembers. */
  function theme(button) {
    const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
    const isDark = () => (root.dataset.theme || (prefersDark.matches ? 'dark' : 'light')) === 'dark';
    const name = () => {
      button.textContent = isDark() ? 'Light' : 'Dark';
      button.setAttribute('aria-label', isDark() ? 'Use the light theme' : 'Use the dark theme');
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      try {
        window.localStorage.setItem('guide-theme', root.dataset.theme);
      } catch (refused) {
        // It holds for this page then.
      }
      name();
    });
    prefersDark.addEventListener('change', name);
    name();
  }

  /** On a narrow window the topics come in from the side. */
  function drawer(button, sidebar) {
    const set = (open) => {
      root.classList.toggle('drawer-open', open);
      button.setAttribute('aria-expanded', String(open));
    };
    button.addEventListener('click', () => set(!root.classList.contains('drawer-open')));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && root.classList.contains('drawer-open')) {
        set(false);
        button.focus();
      }
    });
    document.addEventListener('click', (event) => {
      if (!sidebar.contains(event.target) && event.target !== button) {
        set(false);
      }
    });
    const here = sidebar.querySelector('[aria-current]');
    if (here && here.offsetTop > sidebar.clientHeight) {
      sidebar.scrollTop = here.offsetTop - sidebar.clientHeight / 2;
    }
  }

  /** The page's table of contents is folded where it would stand before the text. */
  function contents(list) {
    if (list && window.matchMedia('(max-width: 90rem)').matches) {
      list.open = false;
    }
  }

  /** Makes tabs of sections that stand one below the other. */
  function tabs(group) {
    const panels = Array.from(group.querySelectorAll(':scope > .panel'));
    const bar = document.createElement('div');
    bar.className = 'tab-bar';
    bar.setAttribute('role', 'tablist');
    const buttons = panels.map((panel, number) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.id = 'tab-' + panel.id;
      button.textContent = panel.dataset.tab;
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', panel.id);
      button.addEventListener('click', () => select(number));
      bar.append(button);
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', button.id);
      panel.addEventListener('reveal', () => select(number));
      return button;
    });
    bar.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const next = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
        select(next);
        buttons[next].focus();
        event.preventDefault();
      }
    });
    group.prepend(bar);
    group.classList.add('tabbed');
    select(0);

    function select(chosen) {
      panels.forEach((panel, number) => {
        panel.hidden = number !== chosen;
        buttons[number].setAttribute('aria-selected', String(number === chosen));
        buttons[number].tabIndex = number === chosen ? 0 : -1;
      });
    }
  }

  /** Opens the tab that holds what the address leads to. */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    const panel = target && target.closest('.panel');
    if (panel) {
      panel.dispatchEvent(new Event('reveal'));
      target.scrollIntoView();
    }
  }

  function search(field, list) {
    const most = 12;
    let loading;
    let shown = [];
    let chosen = -1;

    field.addEventListener('focus', load);
    field.addEventListener('input', () => load().then(show));
    field.form.addEventListener('submit', (event) => {
      event.preventDefault();
      load().then(() => {
        show();
        if (shown.length > 0) {
          window.location.href = shown[Math.max(chosen, 0)].u;
        }
      });
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
        event.preventDefault();
      } else if (event.key === 'Escape') {
        close();
      }
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
        field.focus();
        event.preventDefault();
      }
    });
    document.addEventListener('click', (event) => {
      if (!field.form.contains(event.target)) {
        close();
      }
    });

    function load() {
      loading = loading || new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = 'assets/search-index.js';
        script.addEventListener('load', resolve);
        document.head.append(script);
      });
      return loading;
    }

    function show() {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      shown = words.length === 0 ? [] : found(words);
      chosen = -1;
      list.replaceChildren(...shown.map((entry, number) => row(entry, number, words)));
      if (words.length > 0 && shown.length === 0) {
        const nothing = document.createElement('li');
        nothing.className = 'nothing';
        nothing.textContent = 'Nothing found';
        list.append(nothing);
      }
      list.hidden = words.length === 0;
      field.setAttribute('aria-expanded', String(!list.hidden));
      field.removeAttribute('aria-activedescendant');
    }

    function found(words) {
      return window.guideIndex
        .map((entry) => ({ entry, weight: weigh(entry, words) }))
        .filter((hit) => hit.weight !== 0)
        .sort((one, other) => other.weight - one.weight || one.entry.t.length - other.entry.t.length)
        .slice(0, most)
        .map((hit) => hit.entry);
    }

    /** Every word must be found; in a title it weighs more than in an address, and there more than in the text. */
    function weigh(entry, words) {
      const title = entry.t.toLowerCase();
      const address = entry.u.toLowerCase();
      const text = entry.w.toLowerCase();
      let weight = title === words.join(' ') ? 200 : 0;
      for (const word of words) {
        const inTitle = title.startsWith(word) ? 40 : title.includes(word) ? 25 : 0;
        const inAddress = address.includes(word) ? 10 : 0;
        const inText = text.includes(word) ? 3 : 0;
        if (inTitle + inAddress + inText === 0) {
          return 0;
        }
        weight += inTitle + inAddress + inText;
      }
      return weight + standing(entry.k);
    }

    /** Among equals a reader wants a profile or a page before its search parameters and examples. */
    function standing(kind) {
      return /^(Profile|Page)/.test(kind) ? 20 : /^(Example|Search parameter)/.test(kind) ? -20 : 0;
    }

    function row(entry, number, words) {
      const item = document.createElement('li');
      item.id = 'result-' + number;
      item.setAttribute('role', 'option');
      const link = document.createElement('a');
      link.href = entry.u;
      link.tabIndex = -1;
      link.append(part('strong', entry.t), part('span', entry.k));
      const text = excerpt(entry.w, words);
      if (text) {
        link.append(part('small', text));
      }
      item.append(link);
      return item;
    }

    function part(tag, text) {
      const element = document.createElement(tag);
      element.textContent = text;
      return element;
    }

    function excerpt(text, words) {
      const at = Math.max(0, text.toLowerCase().indexOf(words[0]) - 40);
      return (at > 0 ? '…' : '') + text.slice(at, at + 120);
    }

    function choose(number) {
      if (shown.length === 0) {
        return;
      }
      chosen = (number + shown.length) % shown.length;
      Array.from(list.children).forEach((item, i) => {
        item.setAttribute('aria-selected', String(i === chosen));
      });
      list.children[chosen].scrollIntoView({ block: 'nearest' });
      field.setAttribute('aria-activedescendant', 'result-' + chosen);
    }

    function close() {
      list.hidden = true;
      field.setAttribute('aria-expanded', 'false');
    }
  }
})();
