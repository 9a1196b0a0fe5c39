import type { MetadataAnswer } from "#contract/dhis2-metadata.ts";
import { metadataRemarkText } from "#wording/metadata-remarks.ts";
import type { MetadataOutcome } from "./import-metadata.ts";

/** What a metadata file brought, as it travels: every remark with its sentence. */
export function publishMetadataOutcome({ isDryRun, counts, remarks }: MetadataOutcome): MetadataAnswer {
  return {
    isDryRun,
    counts,
    remarks: remarks.map(({ facts, ...remark }) => ({
      ...remark,
      sentence: {
        vi: metadataRemarkText({ ...remark, facts }, "vi"),
        en: metadataRemarkText({ ...remark, facts }, "en"),
      },
    })),
  };
}
