/** Sets a text if it differs, because each change costs a layout. Nothing for a part that is not parsed yet. */
export function setText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}
