import {isForBrowser} from './refreshLinks.ts'

/**
 * Plays a recording in place. Until the click nothing is asked of YouTube; without a script, or with a
 * key held, the link leads there as any other.
 */
export function playOnClick(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-player]') : null
    if (!(link instanceof HTMLAnchorElement) || isForBrowser(event)) return
    const {player} = link.dataset
    if (!player) return
    event.preventDefault()
    open(player, link.textContent?.trim() ?? 'Recording')
  })
}

function open(player: string, title: string): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'player'
  dialog.ariaLabel = title
  const frame = document.createElement('iframe')
  frame.src = player
  frame.title = title
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'button'
  close.textContent = 'Close'
  // The focus must not start inside the player, where Escape does not reach this dialog.
  close.autofocus = true
  close.addEventListener('click', () => dialog.close())
  // Removing the frame ends the sound; the browser puts the focus back on the link.
  dialog.addEventListener('close', () => dialog.remove())
  dialog.append(frame, close)
  document.body.append(dialog)
  dialog.showModal()
}
