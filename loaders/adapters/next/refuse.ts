export function refuse(status: number, message: string): Response {
  return Response.json({error: {code: 'refused', message}}, {status})
}
