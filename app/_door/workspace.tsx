import {
  BookOpen,
  CalendarDays,
  CalendarHeart,
  CalendarRange,
  ChartColumn,
  Contact,
  Eye,
  House,
  KeyRound,
  LogOut,
  Mic,
  NotebookPen,
  Settings,
  SlidersHorizontal,
  UsersRound,
} from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ListenButton } from '#app/_aloud/listen-button.tsx'
import { Device } from '#app/_device/device.tsx'
import { leaveMark } from '#app/_device/leave-mark.ts'
import { OutboxBadge } from '#app/_outbox/outbox-badge.tsx'
import { currentShow } from '#app/_show/current-show.ts'
import { HelpSpot } from '#app/_ui/help-spot.tsx'
import { Mark } from '#app/_ui/mark.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { WorkspaceNav } from '#app/_ui/workspace-nav.tsx'
import { WorkspaceShell } from '#app/_ui/workspace-shell.tsx'
import type { Actor } from '#lib/people/can.ts'
import { leaveAction } from './actions.ts'

const mine = [
  { href: '/ma-bobine', label: 'Ma bobine', icon: <House /> },
  { href: '/sujets', label: 'Sujets', icon: <NotebookPen /> },
]
const studio = [
  { href: '/regie/emissions', label: 'Émissions', icon: <CalendarDays /> },
  { href: '/regie/sons', label: 'Sons', icon: <Mic /> },
]
const tools = { href: '/regie/parametres/acces', label: 'Outils', icon: <KeyRound /> }
const comfort = { href: '/confort', label: 'Mieux lire', icon: <BookOpen /> }
const calendar = { href: '/reglages/calendrier', label: 'Mon calendrier', icon: <CalendarHeart /> }
const ownPage = { href: '/reglages/ma-page', label: 'Ma page', icon: <Contact /> }
const coordination = [
  { href: '/regie/relectures', label: 'Relectures', icon: <Eye /> },
  { href: '/regie/saison', label: 'Saison', icon: <CalendarRange /> },
  { href: '/regie/sons', label: 'Sons', icon: <Mic /> },
  { href: '/regie/ecoutes', label: 'Écoutes', icon: <ChartColumn /> },
  { href: '/regie/personnes', label: 'Personnes', icon: <UsersRound /> },
  { href: '/regie/parametres', label: 'Réglages', icon: <Settings /> },
  calendar,
  ownPage,
  comfort,
]

/** Each role's places, the most used first. */
function places(role: Actor['role']) {
  if (role === 'resident') return { items: [...mine, comfort], more: [] }
  if (role === 'technique') return { items: [...studio, ...mine], more: [tools, calendar, ownPage, comfort] }
  const regie = { href: '/regie', label: 'Régie', icon: <SlidersHorizontal />, exact: true }
  const sujets = { href: '/sujets', label: 'Sujets', icon: <NotebookPen /> }
  const emissions = { href: '/regie/emissions', label: 'Émissions', icon: <CalendarDays /> }
  return { items: [regie, emissions, sujets], more: coordination }
}

/** The frame around every member's page. */
export async function Workspace({ actor, children }: { actor: Actor; children: ReactNode }) {
  const show = await currentShow()
  return (
    <WorkspaceShell
      nav={<WorkspaceNav label="Menu" {...places(actor.role)} />}
      header={<WhoIsHere name={actor.name} show={show?.name ?? 'La Bobine'} />}
      help={
        <HelpSpot askHref="/aide" phone={show?.contact || undefined}>
          <ListenButton of="#contenu">Écouter cette page</ListenButton>
        </HelpSpot>
      }
    >
      <Device memberId={actor.memberId} />
      <OutboxBadge memberId={actor.memberId} />
      {children}
    </WorkspaceShell>
  )
}

function WhoIsHere({ name, show }: { name: string; show: string }) {
  return (
    <>
      <Link
        href="/bienvenue"
        prefetch={false}
        className="inline-flex min-h-12 items-center gap-3 font-bold no-underline"
      >
        <Mark size={36} />
        <span>{show}</span>
      </Link>
      <form action={leaveAction} {...leaveMark} className="flex flex-wrap items-center gap-2">
        <span>Vous êtes {name}</span>
        <SubmitButton variant="quiet" icon={<LogOut />}>
          Ce n’est pas moi
        </SubmitButton>
      </form>
    </>
  )
}
