/**
 * Text as it is compared: lower case, without diacritics, in one form of each letter.
 * German umlauts become their base letter (ä = ae = a), so that either spelling meets the other.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.replace(/([aou])e+/g, '$1')
  const bare = text
    .replace(/[’ʼ`´']/g, '')
    .normalize('NFKC')
    .replace(/İ/g, 'i')
    .toLowerCase()
    .replace(/[ıİ]/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/[ґѓ]/g, 'г')
    .normalize('NFKD')
    .replace(keptMarks, mark => mark.normalize('NFKC'))
    .replace(/\p{Mn}/gu, '')
  return (arabic.test(bare) ? foldArabic(bare) : bare).replace(/([aou])e+/g, '$1').normalize('NFC')
}

/** Arabic and Persian: no stretching, one form of each letter, and digits as everybody writes them. */
const foldArabic = (text: string): string =>
  text
    .replace(/ـ/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئيی]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 0xf))

const arabic = /[\u0600-\u06ff]/

/** Nothing in it needs more than its umlauts written out. */
const plain = /^[a-z0-9 ]*$/

/** й and ї are letters of their own, not и and і with a mark. */
const keptMarks = /[и]\u0306|[і]\u0308/gu
