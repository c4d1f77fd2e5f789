/* Runs before the first paint, so that a remembered dark page never flashes white. Kept apart because the page's
   content security policy allows no inline scripts. */
(function () {
  var root = document.documentElement;
  function remembered(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage refused: follow the system
    }
  }
  var theme = remembered('airshed.theme');
  var dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.palette = remembered('airshed.palette') === 'clear' ? 'clear' : 'standard';
  root.lang = remembered('airshed.language') || (/^zh/i.test(navigator.language) ? 'zh-CN' : 'en');
})();
