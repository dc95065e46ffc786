import { clitics } from './clitics.ts'

/** The stem of a folded word: what its other forms share, as far as a light hand can tell. */
export type Stem = (word: string) => string

/** A stem is no shorter than this many letters. */
const shortest = 3

/** Cuts the longest ending that fits; again, where a language puts several behind each other. */
function endings(list: string, { rounds = 1, least = shortest } = {}): Stem {
  const all = list.split(' ')
  const longest = Math.max(...all.map(({ length }) => length))
  const known = new Set(all)
  return word => {
    let stem = word
    for (let round = 0; round < rounds; round++) {
      const before = stem
      for (let length = Math.min(longest, stem.length - least); length > 0; length--) {
        if (!known.has(stem.slice(-length))) continue
        stem = stem.slice(0, -length)
        break
      }
      if (stem === before) return stem
    }
    return stem
  }
}

const german = endings('innen ern em ers er en es e n')
const english = endings('ies ings ing ments edly ed es s e ly y')
const french = endings(
  'issements issement issons issez issent ements ement ations ation aient ions antes ants ante ant ees ee es er ez ent ais ait ai iez ir is it e s x i',
)
const russian = endings(
  'иями ями ами ией ого его ому ему ыми ими ешь ишь ете ите ует уют уем ала ила ела али или ели ать ять ить еть ый ий ой ая яя ое ее ые ие ую юю ых их ым им ом ем ам ям ах ях ов ев ей ия ию ии ет ит ат ят ут ют ю у а я о е и ы й ь',
)
const ukrainian = endings(
  'іями ями ами ією ого його ому йому ими іми еш иш ете ите ує ують уємо ала ила іла али или іли ати яти ити іти ість ості ий ій ої ая яя є ою ею ую юю их іх им ім ом ем ам ям ах ях ів їв ей ія ію ії ет ить ать ять уть ють еві ові ю у а я о е и і ї й ь',
)
const bulgarian = endings(
  'ието ията иите ите ата ята ото ето ът ят та то те ия ие ии ове еве ам ям аш яш ат ят им иш ем еш ел ал ил ах ях ава ява а я о е и у ъ й ь',
)
const polish = endings(
  'owymi iami ach ami owi owie ego emu ymi imi ych ich owa owe owy acie ecie amy emy imy uje uja owac ania anie eniem enia enie ow om em ej ym im ie ia iu ii ac ec ic yc am a e i o u y',
)
const romanian = endings(
  'urilor ilor elor iilor ului iei iile ile uri ele ati esc este eaza ate iti ind and ul le ei ii ea ia ie ez ii i a e u',
)
const arabic = endings('اتها اتي اته ات ون ين تين ان ها هم هن نا كم كن ني تي ته تك ي ه ك')
const persian = endings('هايي هايم هايت هايش هاي ها مان تان شان ترين تر ام ات اش ايم ند يم يد ي م ت ش ه', {
  rounds: 2,
})
const turkishEndings = endings(
  'larimiz lerimiz lariniz leriniz larim lerim larin lerin lari leri lara lere larda lerde lardan lerden lar ler imiz umuz iniz unuz imi imin imden dan den tan ten nin nun ndan nden nda nde da de ta te ya ye yi yu ina ine una une ini unu li lu lik luk ligi lugu siz suz sizim suzum ca ce emiyorum amiyorum emiyoruz amiyoruz emiyor amiyor emez amaz emem amam iyorum uyorum iyoruz uyoruz iyorlar uyorlar iyor uyor acagim ecegim acak ecek abilir ebilir mak mek maya meye mam mem ma me di ti du tu dim tim im um in un i u a e',
  { rounds: 3 },
)
/** Turkish puts one ending behind the other, and softens the last letter of a stem before some. */
const turkish: Stem = word =>
  turkishEndings(word.replace(/(?<=[aeiou])s[iu]$/, ''))
    .slice(0, 7)
    .replace(/g$/, 'k')
    .replace(/b$/, 'p')
    .replace(/[cd]$/, 't')

/** German words keep an "s" that belongs to them: "Kurs" is no form of "Kur". */
const germanWithS: Stem = word => {
  const cut = german(word)
  return cut === word && /[^aeiorsux]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : cut
}

const withoutArticle: Stem = word => clitics(word)[1] ?? word

const stems: { readonly [lang: string]: Stem } = {
  de: germanWithS,
  en: english,
  fr: french,
  ru: russian,
  uk: ukrainian,
  bg: bulgarian,
  pl: polish,
  ro: romanian,
  ar: word => arabic(withoutArticle(word)),
  fa: persian,
  tr: turkish,
}

/** The stem of a word in a language; a language without rules of its own leaves words as they are. */
export const stemOf = (lang: string): Stem => stems[lang] ?? stems[lang.split('-')[0] ?? ''] ?? (word => word)
