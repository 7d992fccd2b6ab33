'use client'
import { Download, FolderInput, Pencil, RefreshCw, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Outcome } from '#app/_door/act.ts'
import { Button } from '#app/_ui/button.tsx'
import { Menu } from '#app/_ui/menu.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { attachSoundAction, binSoundAction, restoreSoundAction, retrySoundAction } from './actions.ts'
import { AttachDialog } from './attach-dialog.tsx'
import { BinDialog } from './bin-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'

type Props = {
  sound: {
    id: string
    title: string
    storyId: string | null
    isBinned: boolean
    mayRetry: boolean
    /** Where it is used, in words; null when nobody would miss it. */
    missed: string | null
  }
  /** The stories it may be put into. */
  stories: readonly { value: string; label: string }[]
}

/** What can be done with a sound, the less frequent things in a menu. */
export function SoundActions({ sound, stories }: Props) {
  const [open, setOpen] = useState<'rename' | 'attach' | 'bin' | null>(null)
  const clipId = sound.id
  const close = () => setOpen(null)
  const bin = async () => {
    const undo = () => restoreSoundAction(null, { clipId })
    told(await binSoundAction(null, { clipId }), 'Son mis à la corbeille pour 30 jours.', undo)
  }
  const askOrBin = () => (sound.missed ? setOpen('bin') : bin())
  const detach = async () => {
    const undo = () => attachSoundAction(null, { clipId, storyId: sound.storyId })
    told(await attachSoundAction(null, { clipId, storyId: '' }), 'Le son est sorti du sujet.', undo)
  }
  const restore = async () => told(await restoreSoundAction(null, { clipId }), 'Le son est de retour.')
  const retry = async () =>
    told(await retrySoundAction(null, { clipId }), 'On prépare le son une nouvelle fois.')
  const download = () => window.location.assign(`/ecouter/${clipId}/original`)
  if (sound.isBinned)
    return (
      <Button icon={<Undo2 />} onClick={restore}>
        Reprendre <span className="sr-only">« {sound.title} »</span>
      </Button>
    )
  return (
    <>
      {sound.mayRetry && (
        <Button icon={<RefreshCw />} onClick={retry}>
          Réessayer
        </Button>
      )}
      <Menu
        label="Autres actions"
        items={[
          { id: 'rename', label: 'Renommer', icon: <Pencil />, onAction: () => setOpen('rename') },
          {
            id: 'attach',
            label: 'Ranger dans un sujet',
            icon: <FolderInput />,
            onAction: () => setOpen('attach'),
          },
          ...(sound.storyId
            ? [{ id: 'detach', label: 'Sortir de ce sujet', icon: <Undo2 />, onAction: detach }]
            : []),
          { id: 'download', label: 'Télécharger l’original', icon: <Download />, onAction: download },
          { id: 'bin', label: 'Mettre à la corbeille', icon: <Trash2 />, danger: true, onAction: askOrBin },
        ]}
      />
      <RenameDialog sound={sound} open={open === 'rename'} close={close} />
      {sound.missed && (
        <BinDialog title={sound.title} missed={sound.missed} open={open === 'bin'} close={close} bin={bin} />
      )}
      <AttachDialog sound={sound} stories={stories} open={open === 'attach'} close={close} />
    </>
  )
}

function told<T>(outcome: Outcome<T>, words: string, undo?: () => unknown) {
  showToast(outcome.ok ? { text: words, undo } : { text: outcome.words })
}
