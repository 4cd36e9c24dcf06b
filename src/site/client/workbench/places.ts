/**
 * The texts of all code and of the headings, which say what a test needs. Prose keeps its places: filled, it would wrap anew and
 * move what is below.
 */
export function textsOf(root: ParentNode): readonly Text[] {
  return [...root.querySelectorAll('pre, h3, h4, h5, h6')].flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode() !== null) texts.push(walker.currentNode as Text); // the walker shows no others
    return texts;
  });
}
