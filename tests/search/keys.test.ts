import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arabicKey, arabicKeyOfLatin } from '../../src/search/arabic-key.ts'
import { cyrillicKey, cyrillicKeysOfLatin } from '../../src/search/cyrillic-key.ts'
import { toLatin } from '../../src/search/latin.ts'
import { bones, soundKey } from '../../src/search/sound-key.ts'
import { words } from '../../src/search/tokens.ts'

const folded = (text: string) => words(text).join('')

describe('a Cyrillic word and what is typed for it in Latin letters', () => {
  it.each([
    ['допомога', 'dopomoha', 'dopomoga'],
    ['дитина', 'dytyna', 'ditina'],
    ['безкоштовний', 'bezkoshtovnyi', 'bezkoshtovnij'],
    ['пособие', 'posobie', 'posobiye'],
    ['жильё', 'zhile', 'jile'],
    ['помощь', 'pomoshch', 'pomosch'],
    ['работа', 'rabota'],
    ['общежитие', 'obshezhitie', 'obschejitie'],
    ['безплатно', 'bezplatno'],
    ['шофьор', 'shofior', '6ofior'],
    ['кухня', 'kuhnya', 'kukhnja', 'kuxnia'],
  ])('%s has the key of %s', (word, ...typed) => {
    const key = cyrillicKey(folded(word))
    for (const latin of typed)
      expect([latin, cyrillicKeysOfLatin(latin)]).toEqual([latin, expect.arrayContaining([key])])
  })

  it('differ where the consonants do', () => {
    expect(cyrillicKeysOfLatin('rabota')).not.toContain(cyrillicKey('забота'))
  })
})

describe('an Arabic or Persian word and what is typed for it in Latin letters', () => {
  it.each([
    ['مساعدة', 'mosa3ada', 'musaada'],
    ['زوجي', 'zawji', 'zouji'],
    ['شغل', 'shoghl', '$oghl'],
    ['حامل', '7amel', 'hamel'],
    ['خدمة', '5edme', 'khidma'],
    ['شوهرم', 'shoharam', 'shohram'],
    ['مدرسه', 'madrese', 'madrasa'],
    ['پول', 'pool', 'pul'],
  ])('%s has the key of %s', (word, ...typed) => {
    const key = arabicKey(folded(word))
    for (const latin of typed) expect([latin, arabicKeyOfLatin(latin)]).toEqual([latin, key])
  })
})

describe('a German word and how others write what they hear', () => {
  it.each([
    ['jobcenter', 'yobsenter', 'jobsenter'],
    ['kindergeld', 'kindergelt'],
    ['wohngeld', 'vongeld', 'vohngelt'],
    ['volkshochschule', 'folkshohshule'],
    ['jugendamt', 'yugendamt', 'iugendamt'],
    ['ausweis', 'auswais', 'ausvajs'],
  ])('%s sounds like %s', (german, ...typed) => {
    for (const heard of typed) expect([heard, soundKey(heard)]).toEqual([heard, soundKey(german)])
  })

  it.each([
    ['jugendamt', 'югендамт'],
    ['kindergeld', 'киндергельд'],
    ['wohngeld', 'вонгельд'],
    ['ausbildung', 'аусбильдунг'],
  ])('%s sounds like %s', (german, heard) => {
    expect(soundKey(toLatin(heard))).toBe(soundKey(german))
  })

  it.each([
    ['wohngeld', 'فونغيلد'],
    ['jugendamt', 'يوغندامت'],
    ['kindergeld', 'كيندرجيلد'],
  ])('%s has the consonants of %s', (german, heard) => {
    expect(bones(soundKey(toLatin(heard)))).toBe(bones(soundKey(german)))
  })
})

it('a key is made of any word, and has no letter twice in a row', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), maxLength: 12 }),
      word => {
        for (const key of [soundKey(word), arabicKeyOfLatin(word), ...cyrillicKeysOfLatin(word)])
          expect(key).not.toMatch(/(.)\1/)
      },
    ),
  )
})
