import type {ObjectMember} from 'sanity'

import {ProblemList} from './ProblemList.tsx'

/** The validation messages of an object's fields, for an input that renders the fields itself. */
export function MemberProblems({members}: {members: readonly ObjectMember[]}) {
  const problems = members.flatMap((member) =>
    member.kind === 'field'
      ? member.field.validation.map(({level, message}) => ({
          level,
          message: `${member.field.schemaType.title ?? member.name}: ${message}`,
        }))
      : [],
  )
  return <ProblemList problems={problems} />
}
