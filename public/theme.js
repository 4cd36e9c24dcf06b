// Runs before the first paint: marks that scripts run, and sets the theme that the reader has chosen.
(function () {
  var root = document.documentElement;
  root.classList.add('js');
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (error) {
    // Without storage the system's theme holds.
  }
})();
