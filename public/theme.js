(function () {
  var root = document.documentElement;
  root.classList.add('js');
  if (location.search || history.state) root.classList.add('asked');
  var visits = performance.getEntriesByType('navigation');
  if (visits[0] && visits[0].type !== 'navigate') root.classList.add('returned');
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (error) {}
})();
