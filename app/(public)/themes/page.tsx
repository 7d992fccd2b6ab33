import { permanentRedirect } from 'next/navigation'

/** Themes are listed with the rubrics; somebody may still type this address. */
export default function Page() {
  permanentRedirect('/rubriques')
}
