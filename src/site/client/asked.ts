/** Lets what the address asks for be seen, once it is drawn: until then the style sheet keeps it from sight, so that nothing moves. */
export function showAsked({ documentElement }: Document): void {
  documentElement.classList.remove('asked');
}
