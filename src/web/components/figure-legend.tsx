import { useTexts } from "../language.tsx";

const described = ["provisional", "overridden", "missing", "deviating"] as const;

export function legendId(kind: (typeof described)[number]): string {
  return `dau-${kind}`;
}

/** What the marks on figures mean, in words: figures refer to them, so that a state is heard as well as seen. */
export function FigureLegend() {
  const { mark } = useTexts();
  return (
    <div hidden>
      {described.map((kind) => (
        <span key={kind} id={legendId(kind)}>
          {mark[kind]}
        </span>
      ))}
    </div>
  );
}
