/** Matches the name of a weekday. "sat" and "sun" are words too, so they need a capital letter. */
export const dayNames =
  "(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:[’']?s)?|tues?|weds?|thurs?|thu|fri|(?-i:Mon|MON|mon(?= ?\\d)|Sat|SAT|Sun|SUN)"

/** Matches a short or long name where a day is expected anyway. */
export const anyDay = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*'
