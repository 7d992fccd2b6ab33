import { forgetText, readTexts, textDatabase } from '#app/_outbox/waiting-shelf.ts'

const WHO = 'bobine.membre'

/**
 * When somebody else signs in on this device, the texts that others had open here go, as far as all their words are
 * at the radio. What is not sent yet stays, under its member's name, until that member is back.
 */
export async function changePerson(memberId: string) {
  try {
    if (localStorage.getItem(WHO) === memberId) return
    for (const text of await readTexts()) {
      if (text.memberId === memberId || text.unsent !== false) continue
      indexedDB.deleteDatabase(textDatabase(text))
      await forgetText(text.key)
    }
    localStorage.setItem(WHO, memberId)
  } catch {
    // A browser that keeps nothing has nothing of anybody's.
    return
  }
}
