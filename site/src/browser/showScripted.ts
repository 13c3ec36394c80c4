/** Shows what only works with a script. A page without one does not offer it. */
export function showScripted(root: Document): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-needs-script]')) {
    element.hidden = false
    element.removeAttribute('data-needs-script')
  }
}
