import {unwrapLink} from './unwrapLink.ts'

/** Services that shorten links, and hosts that only redirect. Nobody can see where such a link leads. */
const shorteners = new Set(
  `1url.com acortar.link aka.ms app.link bit.do bit.ly bitly.com bl.ink buff.ly clck.ru cutt.ly dlvr.it dub.co
  dub.sh dwz.cn eepurl.com fb.me g.co git.io goo.gl hubs.la hubs.ly ift.tt is.gd j.mp kutt.it lihi.cc lnkd.in
  me-qr.com n9.cl ow.ly page.link ppt.cc pse.is qr.ae qrco.de rb.gy rebrand.ly reurl.cc s.id short.gy short.io
  shorturl.at shorturl.com smarturl.it snip.ly soo.gd suo.im surl.li t.cn t.co t.ly t2m.io tiny.cc tiny.one
  tinyurl.com tr.ee trib.al u.nu url.cn urlz.fr v.gd vk.cc x.co zpr.io zurl.co`.split(/\s+/),
)
const redirectHost = /^(?:redirect|redir|clicks?|track|tracking|shorturl)\.(?:[\w-]+\.)+[\w-]+$/

/**
 * Returns whether a link is one of a service that shortens links, or of a host that only redirects.
 *
 * @example
 * isShortened('https://bit.ly/3xYz') // true
 */
export function isShortened(link: string): boolean {
  const host = URL.parse(unwrapLink(link))
    ?.hostname.replace(/^www\./, '')
    .replace(/\.$/, '')
  if (host === undefined) return false
  const [domain = host] = /[^.]+\.[^.]+$/.exec(host) ?? []
  return shorteners.has(domain) || redirectHost.test(host)
}

/**
 * Returns the text of a link in every form that it may hide another link in: decoded once or more, and
 * values in Base64.
 *
 * @example
 * hiddenTexts('https://r.example/?u=https%3A%2F%2Fzoom.us%2Fj%2F1') // ['r.example/?u=https://zoom.us/j/1']
 */
export function hiddenTexts(link: string): string[] {
  const texts: string[] = []
  let current = link.replace(/^https?:\/\//i, '')
  for (let depth = 0; depth < maxDepth; depth++) {
    texts.push(current)
    for (const text of inBase64(current)) texts.push(text)
    const next = decoded(current)
    if (next === current) break
    current = next
  }
  return texts
}

/** A redirect in a redirect encodes its link once more. */
const maxDepth = 4

function decoded(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })
}

/** "http" in Base64 starts with these characters. */
function inBase64(text: string): string[] {
  return Array.from(text.matchAll(/aHR0c[\w+/-]+/g), ([written]) => {
    try {
      return atob(written.replaceAll('-', '+').replaceAll('_', '/'))
    } catch {
      return ''
    }
  })
}
