import { useState } from "react";
import { fileAddress, type TableRequest } from "../../figures/table-request.ts";
import type { Pivot } from "../../figures/pivot.ts";
import { Icon } from "../icon.tsx";
import { useFiguresTexts } from "./figures-context.ts";
import { MenuButton } from "./menu-button.tsx";
import { ViewsMenu } from "./views-menu.tsx";

interface FiguresActionsProps {
  readonly request: TableRequest | undefined;
  readonly pivot: Pivot | undefined;
  readonly title: string;
}

/** Share, save, download, print. */
export function FiguresActions({ request, pivot, title }: FiguresActionsProps) {
  const { actions: texts } = useFiguresTexts();
  const [shared, setShared] = useState<"copied" | "by-hand">();
  const share = () => {
    // Without a secure context there is no clipboard: then the address is shown to be copied by hand.
    const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error("no clipboard"));
    copied.then(
      () => setShared("copied"),
      () => setShared("by-hand"),
    );
  };
  const layout = pivot && {
    rows: [pivot.rowDimension],
    columns: (["item", "orgUnit", "period", "role"] as const).filter((side) => side !== pivot.rowDimension).toSorted((a, b) => rank(pivot, a) - rank(pivot, b)),
    title,
  }; // prettier-ignore
  return (
    <div className="figures-actions">
      <button type="button" className="button" onClick={share}>
        <Icon name="link" />
        {texts.share}
      </button>
      <ViewsMenu title={title} />
      <MenuButton icon="download" label={texts.download}>
        {request && layout && (
          <>
            <li>
              <a href={fileAddress("xlsx", request, layout)} download>
                <b>{texts.xlsx}</b> <span>{texts.xlsxHint}</span>
              </a>
            </li>
            <li>
              <a href={fileAddress("csv", request, layout)} download>
                <b>{texts.csv}</b> <span>{texts.csvHint}</span>
              </a>
            </li>
          </>
        )}
        <li>
          <button type="button" onClick={() => window.print()}>
            <b>{texts.print}</b>
          </button>
        </li>
      </MenuButton>
      <output className="shared-note">
        {shared === "copied" && texts.shared}
        {shared === "by-hand" && (
          <label>
            {texts.shareYourself}
            <input readOnly value={location.href} onFocus={({ target }) => target.select()} />
          </label>
        )}
      </output>
    </div>
  );
}

/** Sides shown across the top in their order, the single ones after them. */
function rank({ columnDimensions }: Pivot, side: Pivot["rowDimension"]): number {
  const at = columnDimensions.indexOf(side);
  return at < 0 ? columnDimensions.length : at;
}
