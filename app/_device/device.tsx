'use client'
import { CloudOff } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { changePerson } from './change-person.ts'
import { leaveWithoutNetwork } from './leave-later.ts'
import { isRadioThere } from './radio-there.ts'
import { isShownFromCopy, keepPages, startWorker } from './worker-door.ts'

/** Opened without network once they were seen on this device. */
const everyday = ['/ma-bobine', '/sujets', '/sujets/nouveau', '/envois', '/recu', '/aide']

/** A page that is a copy looks this often whether the radio answers again. */
const ASK_EVERY_MS = 20_000

/**
 * Makes the pages of a member open without network, after the page has loaded: the first visit pays nothing.
 * `data-member` tells the service worker whose the page is. Shows a line where the page is only a copy.
 */
export function Device({ memberId }: { memberId: string }) {
  const [isCopy, setCopy] = useState(false)
  const router = useRouter()
  useEffect(() => {
    void changePerson(memberId)
    return startWorker(async () => {
      setCopy(await isShownFromCopy())
      await keepPages([...everyday, location.pathname])
    })
  }, [memberId])
  useEffect(() => leaveWithoutNetwork(), [])
  useEffect(() => {
    if (!isCopy) return
    const renew = () => {
      setCopy(false)
      router.refresh()
    }
    const ask = async () => (await isRadioThere()) && renew()
    void ask()
    const asking = setInterval(ask, ASK_EVERY_MS)
    addEventListener('online', ask)
    navigator.serviceWorker.addEventListener('message', ask)
    return () => {
      clearInterval(asking)
      removeEventListener('online', ask)
      navigator.serviceWorker.removeEventListener('message', ask)
    }
  }, [isCopy, router])
  return (
    <div data-member={memberId} role="status" className="print:hidden">
      {isCopy && (
        <p className="mt-3 flex items-start gap-3 rounded-card border-2 border-border bg-sand px-4 py-2 text-small">
          <CloudOff />
          <span className="min-w-0">
            Pas de réseau, ou trop lent. Cette page est celle de votre dernière visite. Vous pouvez y écrire
            et enregistrer ; le reste attend le réseau.
          </span>
        </p>
      )}
    </div>
  )
}
