import { type ReadDocument } from "./document.ts";
import { type Draft } from "./drafts.ts";
import { readDirections } from "./readers/directions.ts";
import { readNumberStyle } from "./readers/number-style.ts";
import { readReferences } from "./readers/references.ts";
import { readTextStyle } from "./readers/text-style.ts";
import { readThresholds } from "./readers/thresholds.ts";
import { readUnits } from "./readers/units.ts";
import { readAlignedShares } from "./readers/aligned-shares.ts";
import { readAverages } from "./readers/averages.ts";
import { readBedDays } from "./readers/bed-days.ts";
import { readBracketReckonings } from "./readers/bracket-reckonings.ts";
import { readCountedItems } from "./readers/counted-items.ts";
import { readCumulatives } from "./readers/cumulatives.ts";
import { readGrowth } from "./readers/growth.ts";
import { readHarvests } from "./readers/harvests.ts";
import { readIndexChanges } from "./readers/index-changes.ts";
import { readKnownFigures } from "./readers/known-figures.ts";
import { readNextSentences } from "./readers/next-sentence.ts";
import { readLabelledShares } from "./readers/labelled-shares.ts";
import { readNounRatios } from "./readers/noun-ratios.ts";
import { readPercentLists } from "./readers/percent-lists.ts";
import { readPeriods } from "./readers/periods.ts";
import { readPlanShortfalls } from "./readers/plan-shortfalls.ts";
import { readPopulationRates } from "./readers/populations.ts";
import { readProducts } from "./readers/products.ts";
import { readRemainders } from "./readers/remainders.ts";
import { readRepetitions } from "./readers/repetitions.ts";
import { readSexRatios } from "./readers/sex-ratios.ts";
import { readShares } from "./readers/shares.ts";
import { readStocks } from "./readers/stocks.ts";
import { readSums } from "./readers/sums.ts";
import { readTableFormulas } from "./readers/table-formulas.ts";
import { readTableMentions } from "./readers/table-mentions.ts";
import { readTableShares } from "./readers/table-shares.ts";
import { readTableTotals } from "./readers/table-totals.ts";

/** One reader per family of claims, all alike: the read document in, drafts out. */
export type Reader = (document: ReadDocument) => readonly Draft[];

export const readers: readonly Reader[] = [
  readShares,
  readLabelledShares,
  readAlignedShares,
  readPlanShortfalls,
  readGrowth,
  readIndexChanges,
  readSums,
  readNextSentences,
  readRemainders,
  readPercentLists,
  readAverages,
  readHarvests,
  readBedDays,
  readSexRatios,
  readNounRatios,
  readProducts,
  readBracketReckonings,
  readPopulationRates,
  readCumulatives,
  readPeriods,
  readStocks,
  readCountedItems,
  readDirections,
  readThresholds,
  readTableTotals,
  readTableFormulas,
  readTableShares,
  readTableMentions,
  readRepetitions,
  readKnownFigures,
  readReferences,
  readUnits,
  readNumberStyle,
  readTextStyle,
];
