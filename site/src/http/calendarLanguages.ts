import {type CalendarHandler, HttpError, type PlainReply, type PlainRequest} from 'touchpoints/http'

import {withoutBase} from '../links/base.ts'
import {divideLanguage, languageAt} from '../languages/languagePath.ts'

export interface CalendarLanguagesOptions {
  /** Returns the handler of a language. Undefined is the default one: its addresses name no language. */
  handlerIn: (language: string | undefined) => CalendarHandler
  /** Returns the languages of the community, the default first. */
  languages: () => Promise<readonly string[]>
}

/**
 * Combines the handlers of a site's languages. Each is created with its first request, and only for a language
 * of the community: a stranger's prefix must not read a calendar.
 */
export function calendarLanguages({
  handlerIn,
  languages,
}: CalendarLanguagesOptions): CalendarHandler {
  const standard = handlerIn(undefined)
  const others = new Map<string, CalendarHandler>()

  async function handlerOf({pathname}: URL): Promise<CalendarHandler | undefined> {
    const {path, language} = divideLanguage(withoutBase(pathname), await languages())
    if (path === withoutBase(pathname)) return undefined
    const handler = others.get(language) ?? handlerIn(language)
    others.set(language, handler)
    return handler
  }

  async function replyInLanguage(request: PlainRequest): Promise<PlainReply> {
    const reply = (await handlerOf(request.url))?.reply(request)
    if (reply) return reply
    throw new HttpError(404, 'not-found', 'There is no calendar or feed at this address.')
  }

  return Object.assign(
    async (request: Request) => {
      const url = new URL(request.url)
      // Health must not wait for the lake to say what languages there are.
      const handler = isInLanguage(url) ? await handlerOf(url) : undefined
      return (handler ?? standard)(request)
    },
    {
      reply: (request: PlainRequest) =>
        isInLanguage(request.url) ? replyInLanguage(request) : standard.reply(request),
    },
  )
}

function isInLanguage(url: URL): boolean {
  const pathname = withoutBase(url.pathname)
  const language = languageAt(pathname)
  return language !== undefined && /^\/api\/[^/]+$/.test(pathname.slice(language.length + 1))
}
