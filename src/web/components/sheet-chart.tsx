import type { ChartBlock } from "#domain/report.ts";
import { useTexts } from "../language.tsx";
import { ScrollRegion } from "./scroll-region.tsx";

/** A picture as an image, never as markup of the page: whatever is in it, nothing in it can run. */
export function SheetChart({ chart }: { readonly chart: ChartBlock }) {
  const { annex } = useTexts();
  const { svg, title, width, height, description, source } = chart;
  return (
    <figure className="chart">
      <ScrollRegion className="chart-scroll" label={title}>
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          width={width}
          height={height}
          alt={description}
        />
      </ScrollRegion>
      <figcaption>
        {!svg.includes(source) && <span>{annex.chartSource(source)}</span>}
        <details>
          <summary>{annex.chartInWords}</summary>
          <p>{description}</p>
        </details>
      </figcaption>
    </figure>
  );
}
