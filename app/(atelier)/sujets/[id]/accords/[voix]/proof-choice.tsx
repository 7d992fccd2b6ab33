'use client'
import { Camera, Hand, Mic, Signature } from 'lucide-react'
import dynamic from 'next/dynamic'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import type { ProofKind } from '#lib/rights/proof.ts'

type Props = {
  kind: ProofKind
  choose: (kind: ProofKind) => void
  /** What is said aloud, with the answers as they stand. */
  sentence: string
  setFile: (file: Blob | null) => void
  error: string | undefined
}

// Each is fetched when it is chosen: most people touch the screen and need none of them.
const SignaturePad = dynamic(() => import('./signature-pad.tsx').then((file) => file.SignaturePad))
const PhotoProof = dynamic(() => import('./photo-proof.tsx').then((file) => file.PhotoProof))
const SpokenProof = dynamic(() => import('./spoken-proof.tsx').then((file) => file.SpokenProof))

const choices = [
  { value: 'tap', label: 'Toucher', hint: 'La personne a touché ses réponses elle-même.', icon: <Hand /> },
  { value: 'spoken', label: 'Dire oui', hint: 'On enregistre une phrase.', icon: <Mic /> },
  { value: 'signature', label: 'Signer', hint: 'Avec le doigt, sur l’écran.', icon: <Signature /> },
  { value: 'photo', label: 'Feuille signée', hint: 'On prend la feuille en photo.', icon: <Camera /> },
] as const

/** How the answers are given, with what that way needs. */
export function ProofChoice({ kind, choose, sentence, setFile, error }: Props) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <RadioCards
        label="Comment répondre ?"
        hint="La personne choisit ce qui est le plus simple pour elle."
        name="proof"
        choices={choices}
        defaultValue={kind}
        error={error}
        onChoose={(value) => choose(choices.find((choice) => choice.value === value)?.value ?? 'tap')}
        key={kind}
      />
      {kind === 'signature' && <SignaturePad setFile={setFile} />}
      {kind === 'photo' && <PhotoProof setFile={setFile} />}
      {kind === 'spoken' && <SpokenProof sentence={sentence} setFile={setFile} />}
    </div>
  )
}
