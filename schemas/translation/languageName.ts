const names = new Intl.DisplayNames('en', {type: 'language', fallback: 'code'})

/** Returns what editors call a language. @example languageName('pt-BR') // 'Brazilian Portuguese' */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
