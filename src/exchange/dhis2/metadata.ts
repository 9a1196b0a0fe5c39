import type { DataElement } from "#domain/data-element.ts";
import type { DataSet } from "#domain/data-set.ts";
import type { Constant, ExternalCode, Indicator, OrgUnitGroup } from "#domain/indicator.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";

/** One thing in a metadata file: everything in DHIS2 has a uid and a name. */
export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly code?: string | undefined;
  readonly shortName?: string | undefined;
  readonly translations?:
    readonly { readonly locale: string; readonly property: string; readonly value: string }[] | undefined;
}

export interface Ref {
  readonly id: string;
}

export interface Dhis2DataElement extends Thing {
  readonly valueType: string;
  readonly aggregationType: string;
  readonly domainType: string;
  readonly categoryCombo?: Ref | undefined;
}

export interface Dhis2DataSet extends Thing {
  readonly periodType: string;
  readonly timelyDays?: number | undefined;
  readonly expiryDays?: number | undefined;
  readonly categoryCombo?: Ref | undefined;
  readonly dataSetElements: readonly {
    readonly dataElement: Ref;
    readonly categoryCombo?: Ref | undefined;
  }[];
  readonly organisationUnits: readonly Ref[];
}

export interface Dhis2Indicator extends Thing {
  readonly description?: string | undefined;
  readonly numerator: string;
  readonly denominator: string;
  readonly indicatorType?: Ref | undefined;
  readonly annualized?: boolean | undefined;
  readonly decimals?: number | undefined;
}

export interface Dhis2RuleSide {
  readonly expression: string;
  readonly description?: string | undefined;
  readonly missingValueStrategy: Indicator["missing"];
  readonly slidingWindow?: boolean | undefined;
}

export interface Dhis2ValidationRule extends Thing {
  readonly description?: string | undefined;
  readonly instruction?: string | undefined;
  readonly operator: string;
  readonly periodType: string;
  readonly leftSide: Dhis2RuleSide;
  readonly rightSide: Dhis2RuleSide;
  readonly organisationUnitLevels: readonly (number | Ref)[];
}

/** What a metadata file holds that has a place here. */
export interface Dhis2Metadata {
  readonly about: string;
  readonly dataElements: readonly Dhis2DataElement[];
  readonly categories: readonly (Thing & { readonly categoryOptions: readonly Ref[] })[];
  readonly categoryOptions: readonly Thing[];
  readonly categoryCombos: readonly (Thing & { readonly categories: readonly Ref[] })[];
  readonly categoryOptionCombos: readonly (Thing & {
    readonly categoryCombo?: Ref | undefined;
    readonly categoryOptions: readonly Ref[];
  })[];
  readonly categoryOptionGroups: readonly (Thing & { readonly categoryOptions: readonly Ref[] })[];
  readonly dataElementGroups: readonly (Thing & { readonly dataElements: readonly Ref[] })[];
  readonly dataSets: readonly Dhis2DataSet[];
  readonly sections: readonly (Thing & {
    readonly dataSet?: Ref | undefined;
    readonly dataElements: readonly Ref[];
    readonly sortOrder?: number | undefined;
  })[];
  readonly indicatorTypes: readonly (Thing & { readonly factor: number; readonly number?: boolean | undefined })[]; // prettier-ignore
  readonly indicators: readonly Dhis2Indicator[];
  readonly validationRules: readonly Dhis2ValidationRule[];
  readonly constants: readonly (Thing & { readonly value: number })[];
  readonly organisationUnitGroups: readonly (Thing & { readonly organisationUnits: readonly Ref[] })[];
  readonly others: readonly { readonly part: string; readonly count: number }[];
}

export type RemarkCode =
  /** A part of the file that has no place here: fact `count`. */
  | "part-not-kept"
  | "duplicate"
  /** About single persons and events. */
  | "tracker-not-kept"
  /** Texts, days, files: fact `valueType`. */
  | "value-type-not-kept"
  | "yes-no-as-number"
  /** Added up only where reported for just the unit and period: fact `aggregationType`. */
  | "aggregation-not-kept"
  /** Over time it is as there; units above have none: fact `aggregationType`. */
  | "units-not-averaged"
  /** The file speaks of something it does not hold, nor do we: facts `what`, `reference`. */
  | "unknown-reference"
  /** Facts `side`, `problem` (a code) and where. */
  | "formula-unusable"
  | "annualised-written-out"
  | "attribute-combo-not-kept"
  | "period-type-not-kept"
  | "levels-not-kept"
  | "operator-not-kept"
  | "members-unknown"
  | "data-set-without-units"
  | "data-set-not-kept"
  /** What the file calls so is something of ours already, which stays as it is. */
  | "ours-stays";

/** What did not come over as it was, and why. */
export interface Remark {
  /** The part of the file: dataElements, indicators… */
  readonly part: string;
  readonly id: string;
  readonly name: string;
  readonly code: RemarkCode;
  /** Whether the thing is left out. */
  readonly isLeftOut: boolean;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Our nouns made of a metadata file. */
export interface MappedMetadata {
  readonly elements: readonly DataElement[];
  readonly indicators: readonly Indicator[];
  readonly rules: readonly ValidationRule[];
  readonly dataSets: readonly DataSet[];
  readonly constants: readonly Constant[];
  readonly groups: readonly OrgUnitGroup[];
  readonly codes: readonly ExternalCode[];
  readonly remarks: readonly Remark[];
}

/** What is here already when a file comes. */
export interface KnownThings {
  readonly codes: readonly ExternalCode[];
  readonly elements: readonly DataElement[];
  readonly indicatorKeys: ReadonlySet<string>;
  readonly constantKeys: ReadonlySet<string>;
  readonly groupKeys: ReadonlySet<string>;
  readonly dataSetIds: ReadonlySet<string>;
  readonly ruleKeys: ReadonlyMap<string, string>;
  readonly orgUnits: ReadonlySet<string>;
  /** The body that answers for what comes: the province. */
  readonly owner: string;
}
