import * as z from 'zod/mini'

const optional = <Type extends z.ZodMiniType>(type: Type) => z.optional(z.nullable(type))
const text = z.string()

const role = z.object({
  role: text,
  person: optional(text),
  from: optional(text),
  to: optional(text),
  how: optional(text),
  note: optional(text),
})

const meeting = z.object({
  title: text,
  rhythm: text,
  cadence: optional(text),
  minutes: optional(z.number()),
  zone: optional(text),
  join: optional(z.object({kind: text, link: optional(text)})),
  notes: optional(text),
  recordings: optional(text),
  ended: optional(z.boolean()),
  language: optional(text),
  audience: optional(text),
})

const channel = z.object({
  kind: text,
  workspace: optional(text),
  name: optional(text),
  link: optional(text),
})

const group = z.object({
  id: text,
  name: text,
  kind: text,
  parent: optional(text),
  phase: optional(text),
  roles: z._default(z.array(role), []),
  meetings: z._default(z.array(meeting), []),
  channels: z._default(z.array(channel), []),
  links: z._default(z.array(z.object({kind: text, url: text})), []),
})

/** A community of the shared corpus: what it publishes of its groups and meetings. */
export const sharedCommunity = z.object({
  community: text,
  vocabulary: z.array(text),
  languages: z.array(text),
  groups: z.array(group),
})

export type SharedCommunity = z.infer<typeof sharedCommunity>
export type SharedGroup = z.infer<typeof group>
export type SharedMeeting = z.infer<typeof meeting>
export type SharedChannel = z.infer<typeof channel>
export type SharedRole = z.infer<typeof role>
