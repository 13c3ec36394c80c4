import type {Page} from 'playwright-core'

/** Returns a list that collects the page's errors, failed responses and third-party requests. */
export function watchPage(page: Page, origin: string): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    // Browsers always request an icon, and an example does not need one.
    if (message.type() !== 'error' || message.location().url === `${origin}/favicon.ico`) return
    faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) {
      faults.push(`third party: ${url.href}`)
    }
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  return faults
}
