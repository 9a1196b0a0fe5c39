import { formatNumber } from "#checker/number-format.ts";
import { decimal } from "#domain/decimal.ts";
import { useLanguage } from "../../language.tsx";
import { useCheckReader } from "./check-context.ts";
import { useReasons } from "./use-reasons.ts";
import { useCheckTexts } from "./use-check-texts.ts";

/** What goes on paper: which file was checked, when, with what result, what is open and what was set aside. */
export function CheckCertificate() {
  const texts = useCheckTexts();
  const { language, texts: common } = useLanguage();
  const { check, remembered, view } = useCheckReader();
  const { certificate: words, verdicts } = texts;
  const { document } = remembered;
  const facts = [
    [words.document, document.document.name],
    [words.hash[check.hashOf], document.document.sha256],
    [words.characters, formatNumber(decimal(document.document.characters), 0)],
    [words.checkedAt, common.moment(check.at.toISOString())],
    ...(check.previous ? [[words.previous, check.previous.name] as const] : []),
  ] as const;
  return (
    <article className="check-certificate">
      <h1>{words.title}</h1>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{words.result}</dt>
          <dd>
            <ResultLine />
          </dd>
        </div>
      </dl>
      <h2>{words.open}</h2>
      {view.findings.length === 0 ? (
        <p>{words.noneOpen}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.verdict}</th>
              <th scope="col">{words.quote}</th>
              <th scope="col">{words.finding}</th>
            </tr>
          </thead>
          <tbody>
            {view.findings.map(({ number, claim, alike }) => (
              <tr key={claim.id}>
                <td>{number}</td>
                <td>{verdicts[claim.verdict]}</td>
                <td>
                  {claim.quote}
                  {alike.length > 0 && ` (${texts.finding.places(alike.length + 1)})`}
                </td>
                <td>
                  {[claim.message, ...claim.proposals.map(({ message }) => message)]
                    .map((message) => message[language])
                    .join(" · ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view.style.length > 0 && <p>{words.style(view.style.reduce((sum, { alike }) => sum + 1 + alike.length, 0))}</p>}
      {remembered.setAside.length > 0 && (
        <>
          <h2>{words.setAside}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.quote}</th>
                <th scope="col">{words.finding}</th>
                <th scope="col">{words.reason}</th>
              </tr>
            </thead>
            <tbody>
              {remembered.setAside.map(({ claim, entry }) => (
                <tr key={claim.id}>
                  <td>{claim.quote}</td>
                  <td>{claim.message[language]}</td>
                  <td>
                    {entry.action === "dismiss" ? entry.reason : words.notAClaim} (
                    {common.day(entry.at.slice(0, 10))})
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <p>{words.limits}</p>
    </article>
  ); // prettier-ignore
}

/** The counts once more, as one sentence. */
function ResultLine() {
  const { verdicts } = useCheckTexts();
  const { document, setAside } = useCheckReader().remembered;
  const reasons = useReasons();
  const { counts } = document;
  const said = (["wrong", "suspect", "note", "consistent", "unchecked"] as const).map(
    (verdict) => `${counts[verdict]} ${verdicts[verdict]}`,
  );
  const dismissed = setAside.length === 0 ? "" : ` · ${setAside.length} ${verdicts.setAside}`;
  return `${said.join(" · ")}${reasons === "" ? "" : ` (${reasons})`}${dismissed}`;
}
