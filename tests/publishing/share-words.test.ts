import { describe, expect, test } from 'vitest'
import { embedCode, fileName, onAirLine, shareTexts } from '#lib/publishing/share-words.ts'

const episode = {
  title: 'Les citrons',
  summary: 'Que faire de dix kilos de citrons ?',
  showName: 'La Bobine',
  url: 'https://radio.example/emissions/citrons',
  chapters: [{ title: 'Chapeau' }, { title: 'La conserverie' }],
  persons: [{ name: 'Denise' }, { name: 'Fatiha' }, { name: 'Denise' }],
}

describe('texts to share', () => {
  test('the same news in three lengths', () => {
    expect(shareTexts(episode)).toEqual({
      short: '«\u00a0Les citrons\u00a0», dans La Bobine\u00a0: https://radio.example/emissions/citrons',
      medium:
        '«\u00a0Les citrons\u00a0», dans La Bobine.\n\nQue faire de dix kilos de citrons ?\n\nÀ écouter ici\u00a0: https://radio.example/emissions/citrons',
      long: '«\u00a0Les citrons\u00a0», dans La Bobine.\n\nQue faire de dix kilos de citrons ?\n\nAu sommaire\u00a0:\n• Chapeau\n• La conserverie\n\nAvec Denise, Fatiha.\n\nÀ écouter ici\u00a0: https://radio.example/emissions/citrons',
    })
  })

  test('what is missing leaves no hole', () => {
    const bare = shareTexts({ ...episode, summary: '', chapters: [], persons: [] })
    expect(bare.long).toBe(bare.medium)
    expect(bare.medium).not.toContain('\n\n\n')
  })

  test('a long summary is cut where a message would be too long, not in a letter', () => {
    const { medium, long } = shareTexts({ ...episode, summary: 'mot '.repeat(400) })
    expect(medium.length).toBeLessThan(400)
    expect(medium).toContain('…')
    expect(long).not.toContain('…')
  })
})

test('the code for another site holds any title', () => {
  expect(embedCode('https://radio.example/emissions/x', 'L’« été » & <b>"moi"</b>')).toBe(
    '<iframe src="https://radio.example/emissions/x/lecteur" width="100%" height="180" title="L’« été » &amp; &lt;b>&quot;moi&quot;&lt;/b>" loading="lazy"></iframe>',
  )
})

test.each([
  ['Des citrons, l’été & l’œuf !', 'des-citrons-l-ete-l-uf.pdf'],
  ['../../etc', 'etc.pdf'],
  ['🎺', 'emission.pdf'],
])('a file of « %s » has a plain name', (title, name) => expect(fileName(title, 'pdf')).toBe(name))

test.each([
  [
    { station: 'Radio Exemple', frequency: '00.0 FM', slotWeekday: 5, slotTime: '18:00' },
    'Sur Radio Exemple, 00.0\u00a0FM, le vendredi à 18\u00a0h',
  ],
  [
    { station: '', frequency: '', slotWeekday: 1, slotTime: '09:30' },
    'À la radio\u00a0: le lundi à 9\u00a0h\u00a030',
  ],
  [{ station: '', frequency: '', slotWeekday: null, slotTime: '18:00' }, ''],
])('when it is on air', (show, words) => expect(onAirLine(show)).toBe(words))
