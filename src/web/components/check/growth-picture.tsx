import type { CSSProperties } from "react";
import type { Claim } from "#checker/contract.ts";
import { computedText } from "../../check/finding-words.ts";
import type { GrowthDrawing } from "../../check/growth-drawing.ts";
import { useCheckTexts } from "./use-check-texts.ts";

interface GrowthPictureProps {
  readonly claim: Claim;
  readonly drawing: GrowthDrawing;
}

/** Both values as bars from zero, and the two gaps: the true one and the printed one. */
export function GrowthPicture({ claim, drawing }: GrowthPictureProps) {
  const { growth } = useCheckTexts();
  const [current, base] = claim.operands;
  const recomputed = growth.recomputed(drawing.isRise, (computedText(claim) ?? "").replace(/^−/, ""));
  const printed = growth.printed(drawing.isRise, claim.printed?.text ?? "");
  const words = growth.inWords(base!.text, current!.text, recomputed, printed);
  return (
    <figure>
      <figcaption className="visually-hidden">{words}</figcaption>
      <div className="growth" aria-hidden="true">
        <Bar name={growth.base} text={base!.text} part={drawing.base} isQuiet />
        <Bar name={growth.current} text={current!.text} part={drawing.current} />
        <Gap words={recomputed} from={drawing.base} until={drawing.current} />
        <Gap words={printed} from={drawing.impliedBase} until={drawing.current} isPrinted />
      </div>
    </figure>
  );
}

/** A bar shorter than this part of the width has its number beside it. */
const shortBar = 0.3;

function Bar({ name, text, part, isQuiet = false }: { name: string; text: string; part: number; isQuiet?: boolean }) {
  return (
    <>
      <span className="growth-name">{name}</span>
      <span className="growth-track">
        <span className="growth-bar" data-quiet={isQuiet || undefined} data-short={part < shortBar || undefined} style={{ "--part": part } as CSSProperties}>
          <span>{text}</span>
        </span>
      </span>
    </>
  );
} // prettier-ignore

function Gap({ words, from, until, isPrinted = false }: { words: string; from: number; until: number; isPrinted?: boolean }) {
  const [left, right] = [Math.min(from, until), Math.max(from, until)];
  return (
    <span className="growth-gap" data-printed={isPrinted || undefined}>
      <span className="growth-gap-words">{words}</span>
      <span className="growth-gap-line" style={{ "--from": left, "--until": right } as CSSProperties} />
    </span>
  );
} // prettier-ignore
