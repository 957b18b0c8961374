// Runs before the page is drawn, so that a remembered theme does not flash by.
(function () {
  'use strict';
  try {
    var theme = window.localStorage.getItem('guide-theme');
    if (theme === 'light' || theme === 'dark') {
      document.documentElement.setAttribute('data-theme', theme);
    }
  } catch (refused) {
    // A browser may keep no storage for pages that were opened from a folder.
  }
  document.documentElement.classList.add('scripted');
})();
