import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Sent, sendSentence } from './http.server.ts'
import { isRefusal } from './refusal.ts'

/** Answers as `answer` does; what it refuses is said to be not there (404), in `sentence`. */
export async function answerOrAbsent(
  request: IncomingMessage,
  response: ServerResponse,
  sentence: string,
  answer: () => Promise<Sent>,
): Promise<Sent> {
  try {
    return await answer()
  } catch (error) {
    if (!isRefusal(error)) throw error
    return sendSentence(request, response, 404, sentence)
  }
}
