import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { readNumbers } from '../../src/dialogue/read-numbers.ts'
import { words } from '../../src/search/tokens.ts'
import { spokenLanguages, understandingOf } from '../support/spoken-languages.ts'

const read = (text: string, question: QuestionId, lang = 'de') =>
  readNumbers(text, question, questionForm(question), understandingOf(lang))
const answer = (value: unknown) => ({ kind: 'answer', value })
const unsure = { kind: 'unsure', options: [] }
const nothing = { kind: 'nothing' }

const each = spokenLanguages.map(lang => [lang, understandingOf(lang).vocabulary] as const)
/** What stands for a list of words: the first that is a single word, and so surely heard as one. */
const oneWord = (phrases: readonly string[]) => phrases.find(phrase => words(phrase).length === 1) ?? ''
const ages = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 })

describe.each(each)('in %s', (lang, vocabulary) => {
  const and = oneWord(vocabulary.and)
  const years = oneWord(vocabulary.years)

  it('every word for a number is read as that number', () => {
    const misread = Object.entries(vocabulary.numbers).flatMap(([word, number]) => {
      const isChild = vocabulary.children.some(phrase => words(phrase).join(' ') === words(word).join(' '))
      const found = read(word, 'age', lang)
      return isChild || (found.kind === 'answer' && found.value === number)
        ? []
        : [[word, number, found.kind]]
    })
    expect(misread).toEqual([])
  })

  it('a number is read in digits, alone and among words that say nothing', () => {
    const filler = oneWord(vocabulary.filler)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), age => {
        for (const text of [
          `${age}`,
          `${age}!`,
          `${filler} ${age}`,
          `${age} ${years}`,
          `${filler} ${filler} ${age} ${years}.`,
        ]) {
          expect([text, read(text, 'age', lang)]).toEqual([text, answer(age)])
        }
      }),
    )
  })

  it('a number is not chosen out of several, and not taken out of its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), (a, b) => {
        expect(read(`${a} ${b}`, 'age', lang)).toEqual(unsure)
        expect(read(`${a} ${and} ${b}`, 'age', lang)).toEqual(unsure)
        if (a > 120) expect(read(`${a}`, 'age', lang)).toEqual(unsure)
      }),
    )
  })

  it('the ages of children are read in the order in which they are said', () => {
    fc.assert(
      fc.property(ages, list => {
        const [only = 0, ...others] = list
        // A small number alone may count children.
        const isClear = others.length > 0 || only > 6
        for (const text of [list.join(', '), list.join(` ${and} `), `${list.join(' ')} ${years}`]) {
          const meant = isClear || text.endsWith(years) ? answer(list) : { kind: 'unsure', options: [] }
          expect([text, read(text, 'childrenAges', lang)]).toEqual([text, meant])
        }
      }),
    )
  })

  it('a count of children before their ages is no age', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vocabulary.children.filter(word => words(word).length === 1)),
        ages,
        (children, list) => {
          const text = `${list.length} ${children}, ${list.join(` ${and} `)}`
          expect([text, read(text, 'childrenAges', lang)]).toEqual([text, answer(list)])
        },
      ),
    )
  })

  it('a count that does not match the ages is not explained away', () => {
    const children = oneWord(vocabulary.children)
    fc.assert(
      fc.property(ages, fc.integer({ min: 0, max: 12 }), (list, count) => {
        fc.pre(count !== list.length)
        expect(read(`${count} ${children}, ${list.join(', ')}`, 'childrenAges', lang)).toEqual(unsure)
      }),
    )
  })

  it('a count alone tells no age', () => {
    for (const children of vocabulary.children.filter(word => words(word).length === 1)) {
      expect([children, read(`2 ${children}`, 'childrenAges', lang)]).toEqual([children, unsure])
    }
  })

  it('no children is an answer', () => {
    for (const phrase of [...vocabulary.none, ...vocabulary.no]) {
      expect([phrase, read(phrase, 'childrenAges', lang)]).toEqual([phrase, answer([])])
      expect([phrase, read(phrase, 'age', lang).kind]).not.toEqual([phrase, 'answer'])
    }
  })

  it('an age in months is told in full years', () => {
    for (const months of vocabulary.months.filter(word => words(word).length === 1)) {
      for (const [number, age] of [
        [6, 0],
        [18, 1],
        [24, 2],
      ] as const) {
        const text = `${number} ${months}`
        expect([text, read(text, 'childrenAges', lang)]).toEqual([text, answer([age])])
        expect([text, read(text, 'age', lang).kind]).toEqual([text, number === 24 ? 'answer' : 'unsure'])
      }
    }
  })

  it('a time in years is told in months, and an age is no such time', () => {
    for (const question of ['unemployedMonths', 'sgb2Months', 'insuredMonths'] as const) {
      expect([question, read(`2 ${years}`, question, lang)]).toEqual([question, answer(24)])
      expect([question, read(`14 ${oneWord(vocabulary.months)}`, question, lang)]).toEqual([
        question,
        answer(14),
      ])
      for (const old of vocabulary.old) expect([old, read(`2 ${old}`, question, lang)]).toEqual([old, unsure])
    }
  })

  it('a number of several words is one number, up to 99', () => {
    const named = Object.entries(vocabulary.numbers).filter(([word]) => words(word).length === 1)
    const isJoined = (word: string) => lang === 'ar' && (word.startsWith('و') || /[a-z]/.test(word))
    const ones = named.filter(([word, value]) => value >= 1 && value <= 9 && !isJoined(word))
    const tens = named.filter(([word, value]) => value >= 20 && value % 10 === 0 && !isJoined(word))
    fc.assert(
      fc.property(fc.constantFrom(...ones), fc.constantFrom(...tens), ([one, low], [ten, high]) => {
        const text =
          vocabulary.tens === 'first' ? `${ten} ${one}` : `${one} ${and}${lang === 'ar' ? '' : ' '}${ten}`
        expect([text, read(text, 'age', lang)]).toEqual([text, answer(high + low)])
      }),
    )
  })

  it('a number beside words that mean something else is not guessed', () => {
    for (const text of ['7 xyzzy', 'xyzzy 7 xyzzy']) {
      expect(read(text, 'age', lang)).toEqual(unsure)
      expect(read(text, 'childrenAges', lang)).toEqual(unsure)
    }
  })

  it('a text without a number is none', () => {
    for (const text of ['xyzzy', and, '2019', ''])
      expect([text, read(text, 'age', lang)]).toEqual([text, nothing])
  })
})

type Said = readonly [lang: string, text: string, value: unknown]

describe('what parents say', () => {
  it.each<Said>([
    ['de', '2 Kinder, 1 und 4', [1, 4]],
    ['de', 'Zwei Kinder: eins und vier', [1, 4]],
    ['de', 'Ich habe zwei Söhne, 3 und 5 Jahre alt', [3, 5]],
    ['de', 'meine Tochter ist 5, mein Sohn ist 3', [5, 3]],
    ['de', 'ein Kind, 3 Jahre', [3]],
    ['de', '1 Sohn 4 Jahre und 2 Töchter 2 und 3', [4, 2, 3]],
    ['de', 'zwölf, fuenf und ACHT', [12, 5, 8]],
    ['de', 'Tochter 4 Jahre', [4]],
    ['de', 'drei Kinder: 2, 5, 9', [2, 5, 9]],
    ['de', 'eins ist vier und eins ist sieben', [4, 7]],
    ['de', 'Zwillinge, 3', [3, 3]],
    ['de', 'Zwillinge, 3 und ein Sohn, 7', [3, 3, 7]],
    ['de', 'Zwillinge 3 Jahre, Sohn 7 Jahre', [3, 3, 7]],
    ['de', '3-jährige Zwillinge', [3, 3]],
    ['de', 'drei Kinder, Zwillinge 2 und 5', [2, 2, 5]],
    ['de', '6 Monate', [0]],
    ['de', 'Baby 8 Monate', [0]],
    ['de', 'ein Kind, Baby, 8 Monate', [0]],
    ['de', 'neugeboren', [0]],
    ['de', 'ein Baby und 4 Jahre', [0, 4]],
    ['de', 'anderthalb Jahre', [1]],
    ['de', 'zweieinhalb', [2]],
    ['de', 'einundzwanzig', [21]],
    ['de', '1 Jahr 6 Monate', [1]],
    ['de', 'zwei Kinder: 1 Jahr und 6 Monate', [1, 0]],
    ['de', '8 Monate und 3 Jahre', [0, 3]],
    ['en', 'I have two kids, 1 and 4', [1, 4]],
    ['en', 'two kids, 1 and 4', [1, 4]],
    ['en', 'two children: seven and nine years old', [7, 9]],
    ['en', "my son is 3 and my daughter's age is 6", [3, 6]],
    ['en', '3, 5 and 7', [3, 5, 7]],
    ['en', 'a year and four years', [1, 4]],
    ['en', 'one is 4 and the other is 7', [4, 7]],
    ['en', 'twins, 3', [3, 3]],
    ['en', '18 months', [1]],
    ['en', 'a newborn and a 4 year old', [0, 4]],
    ['en', 'a year and a half', [1]],
    ['en', 'twenty-one', [21]],
    ['uk', 'двоє дітей, 1 і 4', [1, 4]],
    ['uk', 'троє дітей: два, п’ять і дев’ять років', [2, 5, 9]],
    ['uk', 'рік і чотири роки', [1, 4]],
    ['uk', 'одному 4, другому 7', [4, 7]],
    ['uk', 'немовля', [0]],
    ['uk', 'близнюки, 3 роки', [3, 3]],
    ['uk', 'півтора року', [1]],
    ['uk', 'півроку', [0]],
    ['uk', 'син 3 роки і донька 6 років', [3, 6]],
    ['bg', 'имам две деца, на 3 и 5 години', [3, 5]],
    ['bg', 'три деца: две, пет и девет години', [2, 5, 9]],
    ['bg', 'едното е на 4, другото е на 7', [4, 7]],
    ['bg', 'синът ми е на три, дъщеря ми е на шест', [3, 6]],
    ['bg', 'дъщеря на 5 годинки и син на 8 месеца', [5, 0]],
    ['bg', 'година и половина', [1]],
    ['bg', 'бебе', [0]],
    ['bg', 'близнаци, на 3 години', [3, 3]],
    ['bg', '2 deca, na 4 i 7 godini', [4, 7]],
    ['ru', 'двое детей, 1 и 4', [1, 4]],
    ['ru', 'трое детей: два, пять и девять лет', [2, 5, 9]],
    ['ru', 'год и четыре года', [1, 4]],
    ['ru', 'одному 4, другому 7', [4, 7]],
    ['ru', 'старшему восемь, а младшей 3', [8, 3]],
    ['ru', 'грудничок', [0]],
    ['ru', 'двойняшки, 3 года', [3, 3]],
    ['ru', 'полтора годика', [1]],
    ['ru', 'полгода и 5 лет', [0, 5]],
    ['ru', 'сын 3 года и дочь 6 лет', [3, 6]],
    ['ru', '5-летний сын и 8-летняя дочка', [5, 8]],
    ['ru', 'dvoe detej, 3 i 5', [3, 5]],
    ['pl', 'dwoje dzieci, 1 i 4', [1, 4]],
    ['pl', 'troje dzieci: dwa, pięć i dziewięć lat', [2, 5, 9]],
    ['pl', 'rok i cztery lata', [1, 4]],
    ['pl', 'starsze 7, mlodsze 4', [7, 4]],
    ['pl', 'niemowlę i trzylatek', [0, 3]],
    ['pl', 'bliźniaki, 3 lata', [3, 3]],
    ['pl', 'półtora roku', [1]],
    ['pl', 'pol roku', [0]],
    ['pl', 'syn 3 lata i córka 6 lat', [3, 6]],
    ['pl', 'dwulatek i pięcioletnia córka', [2, 5]],
    ['ar', 'طفلان، سنة وأربع سنوات', [1, 4]],
    ['ar', 'ولدين، ٣ و ٥', [3, 5]],
    ['ar', 'سنتان', [2]],
    ['ar', 'سنتين وخمس سنوات', [2, 5]],
    ['ar', 'رضيع', [0]],
    ['ar', 'شهران', [0]],
    ['ar', 'سنة ونصف', [1]],
    ['ar', 'توأم، 3 سنوات', [3, 3]],
    ['ar', 'ثلاثة أطفال: ٢ و ٥ و ٩', [2, 5, 9]],
    ['ar', 'عندي بنتين عمرهم 6 و 8', [6, 8]],
    ['tr', 'iki çocuğum var, 1 ve 4 yaşında', [1, 4]],
    ['tr', 'üç çocuk: iki, beş ve dokuz yaşında', [2, 5, 9]],
    ['tr', 'Oğlum 3 yaşında, kızım 6 yaşında', [3, 6]],
    ['tr', 'biri 4 diğeri 7 yaşında', [4, 7]],
    ['tr', 'büyüğü 9, küçüğü 5', [9, 5]],
    ['tr', 'ikizler, 3 yaşında', [3, 3]],
    ['tr', 'bir buçuk yaşında', [1]],
    ['tr', '6 aylık bebek', [0]],
    ['tr', 'yeni doğan ve 4 yaşında', [0, 4]],
    ['tr', 'on dört, onbeş', [14, 15]],
    ['ro', 'doi copii, 1 și 4 ani', [1, 4]],
    ['ro', 'am doi copii de 3 si 5 ani', [3, 5]],
    ['ro', 'un baiat de 5 ani si o fata de 3 ani', [5, 3]],
    ['ro', 'trei copii: doi, cinci si noua ani', [2, 5, 9]],
    ['ro', 'unul are 4 ani si altul are 7', [4, 7]],
    ['ro', 'un an si patru ani', [1, 4]],
    ['ro', 'gemeni, 3 ani', [3, 3]],
    ['ro', 'un bebelus de 8 luni', [0]],
    ['ro', 'nou-născut', [0]],
    ['ro', 'un an și jumătate', [1]],
    ['ro', '24 de luni', [2]],
    ['ro', 'doișpe și paișpe ani', [12, 14]],
    ['fa', 'دو تا بچه دارم، ۳ و ۵ ساله', [3, 5]],
    ['fa', 'دو بچه: یک و چهار ساله', [1, 4]],
    ['fa', 'یه پسر ۵ ساله و یه دختر ۲ ساله', [5, 2]],
    ['fa', 'یکی ۳ سالشه یکی ۷ سالشه', [3, 7]],
    ['fa', 'سه تا اولاد دارم ۲، ۵ و ۹', [2, 5, 9]],
    ['fa', 'نوزاد', [0]],
    ['fa', '۸ ماهه', [0]],
    ['fa', 'یک سال و نیم', [1]],
    ['fa', 'دوقلو، ۳ ساله', [3, 3]],
    ['fa', 'دخترم ۹ سالشه پسرم ۱۲ سالشه', [9, 12]],
    ['fa', 'نه ساله', [9]],
    ['fa', 'do bache daram, 3 va 5 sale', [3, 5]],
    ['fr', 'deux enfants, 3 et 5 ans', [3, 5]],
    ['fr', 'un garçon de 7 ans et une fille de 2 ans', [7, 2]],
    ['fr', 'g 2 enfants 3ans et 5ans', [3, 5]],
    ['fr', 'trois enfants : deux, cinq et neuf ans', [2, 5, 9]],
    ['fr', 'jumeaux, 3 ans', [3, 3]],
    ['fr', 'un bébé et 4 ans', [0, 4]],
    ['fr', 'mon fils a 18 mois', [1]],
    ['fr', 'un a 4 ans et l’autre 7', [4, 7]],
    ['fr', 'deux ans et demi', [2]],
    ['fr', 'dix-sept ans', [17]],
  ])('in %s, "%s", is heard as it is meant', (lang, text, expected) => {
    expect(read(text, 'childrenAges', lang)).toEqual(answer(expected))
  })

  it.each([
    ['de', '1 Sohn und 2 Töchter'],
    ['de', 'ein Junge und ein Mädchen'],
    ['de', 'Ich habe Kinder, 2 Söhne und 1 Tochter'],
    ['en', '1 son and 2 daughters'],
    ['de', 'Kinder: 2'],
    ['de', '1 Sohn 4 Jahre und 2 Töchter'],
    ['en', 'kids 3'],
    ['de', 'zwei Kinder, 4'],
    ['ar', 'طفلان، 4 سنوات'],
    ['fa', 'دو تا بچه، ۴ ساله'],
    ['fa', 'یک پسر و دو دختر'],
    ['uk', 'двоє дітей, 4 роки'],
    ['pl', 'dwoje dzieci, 4 lata'],
    ['pl', 'mam syna i dwie córki'],
    ['en', 'one, 5'],
    ['bg', 'две деца, на 4 години'],
    ['bg', 'имам двама сина и една дъщеря'],
    ['uk', 'двоє, 3 і 5'],
    ['ru', 'двое детей, 4 года'],
    ['ru', 'сын и две дочки'],
    ['tr', 'iki çocuk, 4 yaşında'],
    ['tr', '2 kızım 1 oğlum var'],
    ['ar', 'ثلاثة، خمس سنوات وسبع سنوات وتسع سنوات'],
    ['ro', 'un băiat și o fată'],
    ['ro', 'doi copii, 4 ani'],
    ['fr', '1 fils et 2 filles'],
    ['fr', 'deux enfants, 4 ans'],
  ])('in %s, "%s", counts children and does not name the age of each', (lang, text) => {
    expect(read(text, 'childrenAges', lang)).toEqual(unsure)
  })

  it.each([
    ['a number of two children or one', 'de', '2,5 Jahre alt'],
    ['a number of two children or one', 'en', '2.5 years'],
    ['one child or two', 'de', '1 Jahr und 6 Monate'],
    ['one child or two', 'de', 'Baby, 8 Monate'],
    ['months, or years and months', 'de', '4 und 6 Monate'],
    ['five and twenty, or 25', 'ar', 'خمسة وعشرين'],
    ['twins and their two ages', 'en', 'three twins, 4'],
    ['twins without an age', 'de', 'Zwillinge'],
    ['about as old', 'de', 'fast 3'],
    ['one of two ages', 'de', '3 oder 4'],
    ['a "not"', 'de', 'nicht 5'],
    ['a "not"', 'uk', 'не 5'],
    ['a "not"', 'ru', 'не 5'],
    ['about as old', 'ru', 'почти 3'],
    ['a "not"', 'pl', 'nie 5'],
    ['a "not"', 'ar', 'ليس 5'],
    ['a "not"', 'bg', 'не 5'],
    ['a "not"', 'tr', '5 değil'],
    ['one of two ages', 'tr', '3 veya 4'],
    ['a "not"', 'fa', '5 سال نیست'],
    ['a "not"', 'en', 'not 5'],
    ['a "not"', 'ro', 'nu 5'],
  ])('is not guessed where it may be %s: in %s, "%s"', (_, lang, text) => {
    expect(read(text, 'childrenAges', lang).kind).not.toBe('answer')
  })
})

describe('a time that is told in months', () => {
  it.each<Said>([
    ['de', 'zwei Jahre', 24],
    ['de', 'seit 2 Jahren', 24],
    ['de', 'anderthalb Jahre', 18],
    ['de', 'halbes Jahr', 6],
    ['de', 'ein halbes Jahr', 6],
    ['de', '1,5 Jahre', 18],
    ['de', 'ein Jahr und drei Monate', 15],
    ['de', '1 Jahr 3 Monate', 15],
    ['de', 'vierzehn', 14],
    ['en', 'a year', 12],
    ['en', 'half a year', 6],
    ['en', 'a year and a half', 18],
    ['en', '2.5 years', 30],
    ['uk', 'рік', 12],
    ['uk', 'півроку', 6],
    ['uk', 'півтора року', 18],
    ['uk', 'два роки', 24],
    ['uk', 'два роки і три місяці', 27],
    ['bg', 'година', 12],
    ['bg', 'половин година', 6],
    ['bg', 'година и половина', 18],
    ['bg', 'от две години', 24],
    ['bg', 'две години и три месеца', 27],
    ['ru', 'год', 12],
    ['ru', 'полгода', 6],
    ['ru', 'полтора года', 18],
    ['ru', '2 с половиной года', 30],
    ['ru', 'два года и три месяца', 27],
    ['pl', 'od roku', 12],
    ['pl', 'pół roku', 6],
    ['pl', 'poltora roku', 18],
    ['pl', 'dwa i pół roku', 30],
    ['pl', 'dwa lata i trzy miesiące', 27],
    ['ar', 'سنة', 12],
    ['ar', 'سنتين', 24],
    ['ar', 'شهرين', 2],
    ['ar', 'نصف سنة', 6],
    ['ar', 'سنة ونصف', 18],
    ['ar', '١٫٥ سنة', 18],
    ['tr', 'bir yıl', 12],
    ['tr', 'yarım yıldır', 6],
    ['tr', 'bir buçuk senedir', 18],
    ['tr', 'iki buçuk yıl', 30],
    ['tr', 'iki yıl üç ay', 27],
    ['tr', '1,5 yıldır', 18],
    ['tr', '8 aydır', 8],
    ['ro', 'un an', 12],
    ['ro', 'jumătate de an', 6],
    ['ro', 'de un an si jumatate', 18],
    ['ro', 'doi ani și trei luni', 27],
    ['ro', '1,5 ani', 18],
    ['ro', 'de 24 de luni', 24],
    ['fa', 'دو سال', 24],
    ['fa', 'دو سال و نیم', 30],
    ['fa', 'یک سال و سه ماه', 15],
    ['fa', 'بیست و چهار ماه', 24],
    ['fa', 'هشت ماهه', 8],
    ['fa', 'نه ماه', 9],
    ['fa', '۱٫۵ سال', 18],
    ['fr', 'un an', 12],
    ['fr', 'une demi-année', 6],
    ['fr', 'un an et demi', 18],
    ['fr', 'depuis 2ans', 24],
    ['fr', 'deux ans et trois mois', 27],
  ])('in %s, "%s"', (lang, text, months) => {
    expect(read(text, 'unemployedMonths', lang)).toEqual(answer(months))
  })

  it.each([
    ['de', '1,7 Jahre'],
    ['de', '1,5'],
    ['de', '34 Jahre alt'],
    ['de', 'zwei Jahre oder drei'],
    ['de', 'mehr als zwei Jahre'],
    ['de', '3 Monate und 5 Monate'],
    ['de', '2 Kinder'],
    ['en', 'not 5 months'],
  ])('is not guessed in %s from "%s"', (lang, text) => {
    expect(read(text, 'unemployedMonths', lang)).toEqual(unsure)
  })
})

describe('an age', () => {
  it.each<Said>([
    ['de', 'einunddreißig', 31],
    ['de', 'ich bin neunundneunzig Jahre alt', 99],
    ['de', '2 Kinder', undefined],
    ['de', '30 Prozent von 40', undefined],
    ['en', 'thirty-one', 31],
    ['en', "I'm forty two years old", 42],
    ['uk', 'мені тридцять один рік', 31],
    ['uk', 'сорок два', 42],
    ['bg', 'на тридесет и една години', 31],
    ['bg', 'четирийсет и две', 42],
    ['bg', 'dvadeset i osem', 28],
    ['ru', 'мне тридцать один год', 31],
    ['ru', 'сорок два', 42],
    ['ru', 'трицать пять лет', 35],
    ['tr', 'otuz bir yaşındayım', 31],
    ['tr', 'kırkiki', 42],
    ['tr', 'yaşım 34', 34],
    ['tr', '2 çocuk', undefined],
    ['pl', 'mam trzydzieści jeden lat', 31],
    ['pl', 'czterdziesci dwa', 42],
    ['ar', 'واحد وثلاثون', 31],
    ['ar', 'عمري خمسة وأربعين سنة', 45],
    ['ar', 'عمري ٣٤', 34],
    ['ro', 'treizeci și unu', 31],
    ['ro', 'am patruzeci si doi de ani', 42],
    ['ro', 'am 34 de ani', 34],
    ['ro', 'doi copii', undefined],
    ['fa', 'سی و پنج', 35],
    ['fa', 'چهل و دو سالمه', 42],
    ['fa', 'من ۲۹ ساله هستم', 29],
    ['fa', 'bist o panj', 25],
    ['ar', 'سنتان', 2],
    ['fr', 'trente et un', 31],
    ['fr', 'quarante-deux ans', 42],
    ['fr', 'soixante-quinze', 75],
    ['fr', 'quatre-vingt-dix-neuf ans', 99],
    ['fr', 'septante-trois', 73],
    ['fr', 'g 34ans', 34],
  ])('in %s, "%s"', (lang, text, age) => {
    expect(read(text, 'age', lang)).toEqual(age === undefined ? unsure : answer(age))
  })
})
