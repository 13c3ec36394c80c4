import {enableVisualEditing} from '@sanity/visual-editing/enable-visual-editing'

import {leaveTo} from './leaveTo.ts'
import {refreshPage} from './refreshPage.ts'

/** Starts the tools of an editor's preview. Other pages do not load this file. */
export function previewTools(): void {
  enableVisualEditing({
    zIndex: 30,
    // The page's live connection reports a mutation sooner. The Studio waits up to a second, and then
    // requests the page twice.
    refresh: ({source}) => source === 'manual' && refreshPage().then(() => undefined),
    history: {
      subscribe: (navigate) => {
        const report = () => navigate({type: 'push', title: document.title, url: location.href})
        report()
        document.addEventListener('touchpoints:refreshed', report)
        addEventListener('popstate', report)
        return () => {
          document.removeEventListener('touchpoints:refreshed', report)
          removeEventListener('popstate', report)
        }
      },
      update: ({type, url}) => {
        if (type === 'pop') history.back()
        else if (new URL(url, location.href).href !== location.href)
          leaveTo(new URL(url, location.href))
      },
    },
    onPerspectiveChange: (perspective) => void changePerspective(perspective),
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    if (form.matches('[data-share], [data-revoke]')) {
      event.preventDefault()
      void submit(form)
    }
  })
}

async function changePerspective(perspective: string | readonly string[]): Promise<void> {
  const text = typeof perspective === 'string' ? perspective : perspective.join(',')
  if (document.querySelector<HTMLElement>('[data-preview]')?.dataset['preview'] === text) return
  const body = new URLSearchParams({perspective: text})
  const {ok} = await fetch('/api/draft-mode/perspective', {method: 'POST', body})
  if (ok) await refreshPage()
}

async function submit(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.set(name, value)
  }
  const response = await fetch(form.action, {method: 'POST', body})
  const link = response.status === 201 ? linkFrom(await response.json()) : undefined
  await refreshPage()
  const output = document.querySelector<HTMLOutputElement>('[data-share] output')
  if (output && link) output.textContent = link
  if (link) await navigator.clipboard?.writeText(link).catch(() => undefined)
}

function linkFrom(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('token' in body)) return undefined
  const url = new URL(location.pathname, location.href)
  url.searchParams.set('share', String(body.token))
  return url.href
}
