/**
 * The words that Exchange and Outlook put before the title of a cancelled meeting, in the language of the
 * mailbox. They leave STATUS as it was.
 */
const marks = [
  'Canceled', // English (United States)
  'Cancelled', // English
  'Abgesagt', // German
  'Abgebrochen', // German, older versions
  'Annulé', // French
  'Annulée',
  'Cancelado', // Spanish, Portuguese
  'Cancelada',
  'Anulado', // Spanish
  'Annullato', // Italian
  'Annullata',
  'Geannuleerd', // Dutch
  'Afgelast', // Dutch, older versions
  'Aflyst', // Danish
  'Annulleret', // Danish
  'Avlyst', // Norwegian
  'Avbrutt', // Norwegian
  'Inställt', // Swedish
  'Inställd', // Swedish
  'Avbokat', // Swedish
  'Peruutettu', // Finnish
  'Peruttu', // Finnish
  'Odwołane', // Polish
  'Odwołano', // Polish
  'Anulowano', // Polish
  'Anulowane', // Polish
  'Zrušeno', // Czech
  'Zrušené', // Slovak
  'Lemondva', // Hungarian
  'Törölve', // Hungarian
  'Anulat', // Romanian
  'Anulată', // Romanian
  'Cancel·lat', // Catalan
  'Cancel·lada', // Catalan
  'Bertan behera utzia', // Basque
  'Otkazano', // Croatian, Serbian
  'Отказано', // Serbian
  'Odpovedano', // Slovenian
  'Preklicano', // Slovenian
  'Отменено', // Russian
  'Отменена', // Russian
  'Скасовано', // Ukrainian
  'Отменен', // Bulgarian
  'Отменено събитие', // Bulgarian
  'Ακυρώθηκε', // Greek
  'İptal edildi', // Turkish
  'İptal Edildi', // Turkish
  'Đã hủy', // Vietnamese
  'Dibatalkan', // Indonesian
  'Tühistatud', // Estonian
  'Atcelts', // Latvian
  'Atšaukta', // Lithuanian
  'キャンセル済み', // Japanese
  'キャンセル', // Japanese
  '中止', // Japanese, as our feeds write it
  '已取消', // Chinese
  '취소됨', // Korean
  '취소', // Korean
  'ยกเลิก', // Thai
  'בוטל', // Hebrew
  'מבוטל', // Hebrew
  'تم الإلغاء', // Arabic
  'ملغى', // Arabic
  'أُلغي', // Arabic, as our feeds write it
  'रद्द किया गया', // Hindi
] as const

const lowered: ReadonlySet<string> = new Set(marks.map((mark) => mark.toLowerCase()))
const longest = Math.max(...marks.map(({length}) => length)) + 2

/**
 * Returns the title without the mark of a cancelled meeting. Undefined when it has none.
 *
 * The mark is one of the words above at the start, then a colon. French puts a space before the colon,
 * Chinese and Japanese use a wide one. A title that only begins with such a word is a title.
 *
 * @example
 * cancelledTitle('Abgesagt: Community call') // 'Community call'
 * cancelledTitle('Canceled flights: a talk') // undefined
 */
export function cancelledTitle(title: string): string | undefined {
  const colon = title.slice(0, longest).search(/[:：]/)
  if (colon < 1) return undefined
  const word = title.slice(0, colon).trim().normalize('NFC').toLowerCase()
  return lowered.has(word) ? title.slice(colon + 1).trim() : undefined
}
