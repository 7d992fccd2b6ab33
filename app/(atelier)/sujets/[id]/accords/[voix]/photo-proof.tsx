'use client'
import { useState } from 'react'
import { TextField } from '#app/_ui/text-field.tsx'
import { useAddress } from '#app/_ui/use-address.ts'
import { shrinkPicture } from './shrink-picture.ts'

/** A photo of the signed sheet, made smaller on the telephone before it leaves. */
export function PhotoProof({ setFile }: { setFile: (file: Blob | null) => void }) {
  const [picture, setPicture] = useState<Blob | null>(null)
  const shown = useAddress(picture)
  const take = async (photo: File | undefined) => {
    const shrunk = photo ? await shrinkPicture(photo) : null
    setFile(shrunk)
    setPicture(shrunk)
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <TextField
        label="Photo de la feuille"
        hint="Prenez toute la feuille, bien à plat, avec de la lumière."
        name="photo"
        type="file"
        accept="image/*"
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <p role="status" className="font-bold">
        {shown && 'La photo est prête.'}
      </p>
      {shown && (
        // biome-ignore lint/performance/noImgElement: a picture of this device, which no server has.
        <img src={shown} alt="La feuille signée" className="max-h-80 rounded-card border-2 border-border" />
      )}
    </div>
  )
}
