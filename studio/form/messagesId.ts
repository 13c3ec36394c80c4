/** Returns the id of the messages beside an input, for `aria-describedby`. */
export function messagesId(inputId: string): string {
  return `${inputId}-messages`
}
