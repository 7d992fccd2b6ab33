'use client'
import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'

/** Recorders of telephones write sound into video files too; what is no sound is said after it has arrived. */
export const acceptedSounds =
  'audio/*,video/mp4,video/webm,video/quicktime,.m4a,.opus,.amr,.3gp,.flac,.aif,.aiff,.caf,.wma'

/** Hands over a sound that another program recorded. */
export function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={<Upload />} onClick={() => input.current?.click()}>
        Déposer un son
      </Button>
      <input
        ref={input}
        type="file"
        accept={acceptedSounds}
        hidden
        aria-label="Fichier de son"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          target.value = ''
        }}
      />
    </>
  )
}
