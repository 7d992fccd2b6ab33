'use client'
import { CloudOff } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { changePerson } from './change-person.ts'
import { leaveWithoutNetwork } from './leave-later.ts'
import { isShownFromCopy, keepPages, startWorker } from './worker-door.ts'

/** Opened without network once they were seen on this device. */
const everyday = ['/ma-bobine', '/sujets', '/sujets/nouveau', '/envois', '/recu', '/aide']

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
    addEventListener('online', renew)
    return () => removeEventListener('online', renew)
  }, [isCopy, router])
  return (
    <div data-member={memberId} role="status" className="print:hidden">
      {isCopy && (
        <p className="flex items-start gap-3 border-b-2 border-border bg-sand px-gutter py-2">
          <CloudOff className="mt-1" />
          <span className="min-w-0">
            Pas de réseau, ou trop lent. Cette page est celle de votre dernière visite. Vous pouvez écrire et
            enregistrer : tout est gardé sur cet appareil.
          </span>
        </p>
      )}
    </div>
  )
}
