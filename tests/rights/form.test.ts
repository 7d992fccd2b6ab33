import { expect, test } from 'vitest'
import { consentForm, type FormSubject } from '#lib/rights/form.ts'
import { printForms } from '#lib/rights/print-forms.server.ts'

const samira: FormSubject = {
  ...{ show: 'La Bobine romanaise', story: 'Les citrons de la conserverie', name: 'Samira', isMinor: false },
  ...{ publisher: 'Association La Bobine', contact: '04 75 00 00 00' },
}
const ines = { ...samira, name: 'Inès', isMinor: true }
const long = { ...ines, story: 'Un titre bien long, '.repeat(6), publisher: 'Maison de quartier '.repeat(4) }
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

test('asks four questions of an adult, and the same of a parent before the minor', () => {
  const kinds = (subject: FormSubject) => consentForm(subject).map(({ kind }) => kind)
  expect(kinds(samira).filter((kind) => kind === 'choice')).toHaveLength(4)
  expect(kinds(ines).filter((kind) => kind === 'choice')).toHaveLength(4)
  const words = JSON.stringify(consentForm(ines))
  expect(words).toContain('La voix de mon enfant peut passer à la radio.')
  expect(words).toContain('Je suis d’accord avec ce que mon parent a coché.')
})

test('leaves lines to write on where nothing is known', () => {
  const blank = consentForm({ ...samira, name: '', publisher: '', contact: '' })
  expect(blank.some((piece) => piece.kind === 'line' && piece.filled !== '')).toBe(false)
  expect(JSON.stringify(blank)).not.toContain('gardée par')
})

test('is one sheet of paper for each person, a minor’s and one with long names too', async () => {
  const forms = [samira, ines, long, { ...samira, name: '' }]
  const pdf = await printForms(forms, { author: 'La Bobine', language: 'fr' }, false)
  expect(pagesOf(pdf)).toBe(forms.length)
})
