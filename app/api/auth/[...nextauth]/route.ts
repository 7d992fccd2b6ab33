import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#app/_door/auth.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

async function answer(request: NextRequest, context: Context): Promise<Response> {
  return await NextAuth(request as never, context as never, authOptions())
}

/** next-auth fails on a body that it cannot read; our doors send forms alone. */
async function answerForm(request: NextRequest, context: Context): Promise<Response> {
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(
    request.headers.get('content-type') ?? '',
  )
  if (isForm) return await answer(request, context)
  return new Response('Cette porte ne lit que des formulaires.\n', { status: 415 })
}

export { answer as GET, answerForm as POST }
