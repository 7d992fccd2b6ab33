import { CircleAlert } from 'lucide-react'

/** What is wrong in the field above and what to do, with a sign besides the colour. */
export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null
  return (
    <p id={`${id}-erreur`} className="flex items-start gap-2 font-bold text-error">
      <CircleAlert className="mt-1" />
      {error}
    </p>
  )
}
