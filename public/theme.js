// Runs before the first paint: marks that scripts run and that the address or the history asks for something, and sets the theme that
// the reader has chosen.
(function () {
  var root = document.documentElement;
  root.classList.add('js');
  if (location.search || history.state) root.classList.add('asked');
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (error) {
    // Without storage the system's theme holds.
  }
})();
