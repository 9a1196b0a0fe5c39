import type { Furniture } from "#domain/report.ts";
import { listLines, motto, nationalName, numberLine, placeDateLine } from "#wording/furniture.ts";

/** Agency, national name, number, place and day, the kind of document and what it is about. */
export function SheetOpening({ furniture }: { readonly furniture: Furniture }) {
  const { parentAgency, agency, kind, subject, addressees } = furniture;
  return (
    <>
      <div className="letterhead">
        <div>
          <p>{parentAgency}</p>
          <p className="is-bold is-ruled">{agency}</p>
          <p className="letterhead-line">{numberLine(furniture)}</p>
        </div>
        <div>
          <p className="is-bold">{nationalName}</p>
          <p className="is-bold is-ruled">{motto}</p>
          <p className="letterhead-line is-italic">{placeDateLine(furniture)}</p>
        </div>
      </div>
      <h2 className="document-title">
        <span>{kind}</span>
        {subject.map((line) => (
          <span key={line} className="document-subject">
            {line}
          </span>
        ))}
      </h2>
      {addressees.length > 0 && <Addressees names={addressees} />}
    </>
  );
}

function Addressees({ names }: { readonly names: readonly string[] }) {
  if (names.length === 1) return <p className="addressees">Kính gửi: {names[0]}</p>;
  return (
    <div className="addressees">
      <p>Kính gửi:</p>
      <ul>
        {listLines(names).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** Recipients at the left, the one who signs at the right. */
export function SheetEnding({ furniture: { recipients, signer } }: { readonly furniture: Furniture }) {
  return (
    <div className="ending">
      <div className="recipients">
        <p>Nơi nhận:</p>
        <ul>
          {listLines(recipients).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div className="signer">
        {signer.authority !== undefined && <p>{signer.authority.toLocaleUpperCase("vi")}</p>}
        <p>{signer.title.toLocaleUpperCase("vi")}</p>
        <p className="signer-name">{signer.name}</p>
      </div>
    </div>
  );
}
