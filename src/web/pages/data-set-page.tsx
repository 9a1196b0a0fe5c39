import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { DataSet } from "#contract/data-set.ts";
import { FormError } from "../components/accounts/form-error.tsx";
import { FormPreview } from "../components/data-sets/form-preview.tsx";
import { DeadlineFields, GeneralFields, ReporterFields } from "../components/data-sets/general-fields.tsx";
import { SectionFields } from "../components/data-sets/section-fields.tsx";
import { TierFields } from "../components/data-sets/tier-fields.tsx";
import { useDataSetTexts } from "../components/data-sets/use-data-set-texts.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import { completed, emptyDataSet, nextVersion } from "../data-sets/data-set-draft.ts";
import { dataSetQuery, previewQuery, saveDataSet } from "../data-sets/data-sets-api.ts";
import { useLanguage } from "../language.tsx";
import "../styles/accounts.css";
import "../styles/entry.css";
import "../styles/data-sets.css";

/** By the clock of this machine; the server decides what may begin when. */
const today = new Date().toISOString().slice(0, 10);

/** A form that does not exist yet. */
export function NewDataSetPage() {
  const texts = useDataSetTexts();
  const [first] = useState(() => emptyDataSet(today));
  return <Editor title={texts.newTitle} start={first} isNew versions={[]} />;
}

/** A form as it is, to be given its next version. */
export function DataSetPage() {
  const { id } = useParams({ from: "/quan-tri/bieu-mau/$id" });
  const { language } = useLanguage();
  const { data: versions, error, refetch } = useQuery(dataSetQuery(id));
  const latest = versions?.at(-1);
  if (!versions || !latest)
    return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <div aria-busy="true" />;
  return <Editor key={id} title={latest.name[language]} start={nextVersion(latest, today)} versions={versions} />; // prettier-ignore
}

interface EditorProps {
  readonly title: string;
  readonly start: DataSet;
  readonly versions: readonly DataSet[];
  readonly isNew?: boolean;
}

function Editor({ title, start, versions, isNew = false }: EditorProps) {
  const texts = useDataSetTexts();
  const { language, texts: common } = useLanguage();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(start);
  const ready = useMemo(() => completed(draft), [draft]);
  const shown = useDeferredValue(ready);
  const preview = useQuery(previewQuery(shown));
  const saving = useMutation({
    mutationFn: saveDataSet,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["data-sets"] }),
  });
  useEffect(() => {
    document.title = `${title} · ${common.product}`;
  }, [title, common]);
  const change = (part: Partial<DataSet>) => {
    setDraft({ ...draft, ...part });
    saving.reset();
  };
  const fields = { draft, onChange: change };
  const { problem } = preview.data ?? {};
  return (
    <div className="data-set-page">
      <p>
        <Link to="/quan-tri/bieu-mau">← {texts.back}</Link>
      </p>
      <h1>{title}</h1>
      {versions.length > 0 && <Versions versions={versions} onOpen={setDraft} />}
      <div className="data-set-columns">
        <div>
          <GeneralFields {...fields} isNew={isNew} />
          <ReporterFields {...fields} />
          <DeadlineFields {...fields} />
          <TierFields {...fields} />
          <SectionFields {...fields} />
        </div>
        <div className="data-set-side">
          {shown && preview.data && <FormPreview dataSet={shown} preview={preview.data} />}
          <div className="card data-set-save">
            {!ready && <p>{texts.incomplete}</p>}
            {ready && problem && <p className="form-error">{problem[language]}</p>}
            <FormError error={saving.error ?? preview.error} />
            <output>{saving.data && texts.saved(saving.data.cells, saving.data.validFrom)}</output>
            <button
              type="button"
              className="button is-primary"
              disabled={!ready || problem !== undefined || saving.isPending}
              onClick={() => ready && saving.mutate(ready)}
            >
              {texts.save}
            </button>
          </div>
        </div>
      </div>
    </div>
  );
}

function Versions({
  versions,
  onOpen,
}: {
  readonly versions: readonly DataSet[];
  readonly onOpen: (version: DataSet) => void;
}) {
  const texts = useDataSetTexts();
  return (
    <p className="data-set-versions">
      {texts.versions}:{" "}
      {versions.map((version) => (
        <button key={version.validFrom} type="button" className="link" onClick={() => onOpen(version)}>
          {texts.version(version.validFrom, version.validTo)}
        </button>
      ))}
    </p>
  );
}
