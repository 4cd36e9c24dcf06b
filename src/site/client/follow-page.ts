/**
 * Shows a page anew when dev says that it has changed. Dev puts the text of this function into the script of every page, so it
 * stands by itself. A page that nobody looks at asks when it is looked at again: browsers keep few connections to a host.
 */
export function followPage(): void {
  const { changes = '', state = '' } = document.currentScript?.dataset ?? {};
  const question = new URLSearchParams({ page: location.pathname, state });
  let source: EventSource | undefined;
  const follow = (): void => {
    source?.close();
    source = document.hidden ? undefined : new EventSource(`${changes}?${question.toString()}`);
    source?.addEventListener('change', () => location.reload());
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}
