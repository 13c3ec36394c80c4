import {enableVisualEditing} from '@sanity/visual-editing/enable-visual-editing'

import {refreshPage} from './refreshPage.ts'

/** What only an editor's preview has; loaded by no other page. */
export function previewTools(): void {
  enableVisualEditing({
    zIndex: 30,
    // A mutation is told by the page's live connection too, and sooner: the Studio waits up to a second
    // before it tells, and then asks for the page twice.
    refresh: ({source}) => source === 'manual' && refreshPage().then(() => undefined),
    history: {
      subscribe: (navigate) => {
        const tell = () => navigate({type: 'push', title: document.title, url: location.href})
        tell()
        document.addEventListener('touchpoints:refreshed', tell)
        addEventListener('popstate', tell)
        return () => {
          document.removeEventListener('touchpoints:refreshed', tell)
          removeEventListener('popstate', tell)
        }
      },
      update: ({type, url}) => {
        if (type === 'pop') history.back()
        else if (new URL(url, location.href).href !== location.href) location.assign(url)
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

function linkFrom(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('token' in answer)) return undefined
  const url = new URL(location.pathname, location.href)
  url.searchParams.set('share', String(answer.token))
  return url.href
}
