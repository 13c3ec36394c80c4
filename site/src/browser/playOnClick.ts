import {pageMessage} from './pageWords.ts'
import {opensElsewhere} from './refreshLinks.ts'

/**
 * Plays a recording on the page. No request goes to YouTube before the click. Without a script, or with
 * a modifier key, the link opens YouTube.
 */
export function playOnClick(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-player]') : null
    if (!(link instanceof HTMLAnchorElement) || opensElsewhere(event)) return
    const {player} = link.dataset
    // The frame may contain nothing but the player.
    if (!player?.startsWith('https://www.youtube-nocookie.com/embed/')) return
    event.preventDefault()
    open(player, link.textContent?.trim() ?? '')
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
  close.textContent = pageMessage('close')
  // The focus must not start inside the player, because Escape would not reach this dialog.
  close.autofocus = true
  close.addEventListener('click', () => dialog.close())
  // Removing the frame stops the sound. The browser returns the focus to the link.
  dialog.addEventListener('close', () => dialog.remove())
  dialog.append(frame, close)
  document.body.append(dialog)
  dialog.showModal()
}
