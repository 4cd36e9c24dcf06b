/**
 * How far below the top of a window of some height the line of reading stands, in pixels: at a quarter of it, and over the last windowful
 * of a page further and further down to the window's end, so that short sections at the end come to it too. `left` is how far
 * the page can still be scrolled, `furthest` how far it can be from its start.
 */
export function lineOfReading(height: number, left: number, furthest: number): number {
  const below = height * 0.75;
  const slide = Math.min(below, furthest);
  return height - (left < slide ? (below * left) / slide : below);
}

/**
 * Marks in the contents beside an article the link of the section that is read, and keeps it in sight there. A page without such
 * contents costs nothing, nor does a window so narrow that they are folded.
 */
export function followContents(document: Document): void {
  const rail = document.querySelector('.article-aside');
  if (rail === null) return;
  const links = [...rail.querySelectorAll<HTMLAnchorElement>('.toc a')];
  let marked: HTMLElement | undefined;
  let frame = 0;
  const follow = (): void => {
    frame = 0;
    const link = readLink(links, document.documentElement);
    if (link === marked) return;
    marked = link;
    for (const each of links) each.ariaCurrent = each === link ? 'location' : null;
    keepInSight(link, rail);
  };
  const soon = (): void => {
    if (links[0]?.offsetParent) frame ||= requestAnimationFrame(follow);
  };
  for (const event of ['scroll', 'resize', 'hashchange', 'load']) addEventListener(event, soon);
}

/**
 * The link that the address holds, as long as its section begins above the usual line, or anywhere in the window at the end of the page,
 * where it cannot come up; or else that of the last section above the line of reading.
 */
function readLink(links: readonly HTMLAnchorElement[], root: Element): HTMLAnchorElement | undefined {
  const height = root.clientHeight;
  const furthest = root.scrollHeight - height;
  const left = furthest - root.scrollTop;
  const line = lineOfReading(height, left, furthest);
  const isLedTo = (top: number): boolean => top >= 0 && top < (left < 2 ? height : height / 4);
  return (
    links.find((link) => link.hash === location.hash && isLedTo(topOf(link))) ??
    links.findLast((link) => topOf(link) <= line)
  );
}

/** Where the section of a link begins. Its own box tells: to ask for what is in it would lay out a test that is out of sight. */
function topOf(link: Element): number {
  const section = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
  return section?.getBoundingClientRect().top ?? Infinity;
}

/** Scrolls the rail alone, at once, and only where it has to; back to its start where no section is read yet. */
function keepInSight(link: HTMLElement | undefined, rail: Element): void {
  const top = (link?.offsetTop ?? 0) - rail.scrollTop;
  const room = rail.clientHeight - (link?.offsetHeight ?? 0);
  if (top < 0 || top > room) rail.scrollTop += top - room / 2;
}
