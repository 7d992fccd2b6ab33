'use client'
import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button.tsx'

/** The button that sends its form, and says so while the form is on its way. */
export function SubmitButton({ variant = 'primary', ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus()
  return <Button {...rest} type="submit" variant={variant} pending={pending} />
}
