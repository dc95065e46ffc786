import { topics } from '../../facts/topics.ts'
import type { Content } from '../content.ts'
import { questionText, topicName } from './words.ts'

/** `docs/flows/README.md`: the topics with their pages, and how a conversation uses them. */
export function overviewPage(content: Content): string {
  const { flows, sensitive } = content.world
  const rows = topics.flatMap(topic => {
    const asks = flows.byTopic[topic]?.asks
    if (!asks) return []
    const [first] = asks
    const marked = asks.filter(fact => sensitive.has(fact)).length
    return [
      `| [${topicName(content, topic)}](${topic}.md) | ${asks.length} | ${marked} | ${first ? questionText(content, first) : ''} |`,
    ]
  })
  const [place] = flows.last.asks
  return `# Die Fragen als Bilder

Für Beraterinnen und Berater: Jede Seite zeigt zu einem Thema, was in welcher Reihenfolge gefragt wird und wo sich der
Weg teilt. Programmieren muss man dafür nicht können. Fällt Ihnen etwas auf (eine Frage kommt zu früh, fehlt oder
trifft die Falschen), dann melden Sie es mit dem Namen der Frage, zum Beispiel \`childrenAges\`.

| Thema | Fragen | davon besonders geschützt | Beginnt mit |
| ----- | -----: | ------------------------: | ----------- |
${rows.join('\n')}
| [Zum Schluss](last.md) | ${flows.last.asks.length} | ${flows.last.asks.filter(fact => sensitive.has(fact)).length} | ${place ? questionText(content, place) : ''} |

## Wie ein Gespräch damit umgeht

- **Zuerst** wählt die Person ihre Themen. Sie kommen in der Reihenfolge dieser Tabelle dran, nur der Schutz vor Gewalt
  kommt immer zuerst; was in mehreren vorkommt, wird einmal gefragt. Wer kein Thema wählt, geht durch alle.
- **Das Bild gibt die Reihenfolge**, die Bedingungen der Angebote sagen, was zählt. Eine Frage auf dem Weg wird nur
  gestellt, solange ihre Antwort bei mindestens einem Angebot der gewählten Themen noch etwas ändern kann. Darum fragt
  das Gespräch fast immer weniger, als das Bild zeigt. Niemand wird nach etwas gefragt, das nichts mehr ändert.
- **Jede Frage darf man überspringen.** Was nicht gesagt ist, gilt nie als Nein: Angebote, die davon abhängen, bleiben
  offen, und die Person sieht, woran es liegt. An einer Verzweigung gilt der erste Weg, der nicht sicher ausgeschlossen
  ist.
- **Besonders geschützt** sind Angaben, die jemandem schaden können oder die das Gesetz besonders schützt. Vor der
  ersten solchen Frage steht ein Hinweis zum Datenschutz.
- **Gefahr geht vor.** Wer von Gewalt oder Not spricht, sieht sofort, wer hilft, gleich bei welcher Frage.
- **Zuletzt** kommt der Wohnort, wenn er etwas entscheidet oder das zuständige Amt nennt. Das Ergebnis kann man
  jederzeit vorher ansehen.

Wer wissen will, für wen ein Angebot ist, findet seine Bedingungen im [Verzeichnis der Angebote](../catalogue.md).

*For developers: these pages are made from \`flows/\`, \`locales/de/\` and \`catalogue/\` by \`npm run flows -- write\`;
\`npm run flows\` and the tests fail when they are stale. See [add a question](../tasks/add-a-question.md).*
`
}
