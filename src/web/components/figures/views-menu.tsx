import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { ApiError } from "../../api.ts";
import { useLanguage } from "../../language.tsx";
import { deleteView, saveView, viewsQuery } from "../../figures/figures-api.ts";
import { useFiguresTexts } from "./figures-context.ts";
import { MenuButton } from "./menu-button.tsx";

/** Views saved before, and this one to be saved. */
export function ViewsMenu({ title }: { readonly title: string }) {
  const { actions: texts } = useFiguresTexts();
  return (
    <MenuButton label={texts.views}>
      <SavedViews />
      <li>
        <SaveForm title={title} />
      </li>
    </MenuButton>
  );
}

function SavedViews() {
  const { actions: texts } = useFiguresTexts();
  const queries = useQueryClient();
  const { data } = useQuery(viewsQuery);
  const remove = useMutation({
    mutationFn: deleteView,
    onSettled: () => queries.invalidateQueries(viewsQuery),
  });
  const views = (data?.views ?? []).filter(({ address }) => address.startsWith("/so-lieu"));
  if (views.length === 0) return <li className="menu-note quiet">{texts.noViews}</li>;
  return views.map(({ id, name, address, isMine, by }) => (
    <li key={id} className="view-row">
      <a href={address}>
        <b>{name}</b> {!isMine && <span>{texts.by(by)}</span>}
      </a>
      {isMine && (
        <button type="button" aria-label={texts.remove(name)} onClick={() => remove.mutate(id)}>
          ×
        </button>
      )}
    </li>
  ));
}

function SaveForm({ title }: { readonly title: string }) {
  const { actions: texts } = useFiguresTexts();
  const { language, texts: common } = useLanguage();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      saveView({
        name: name.trim() === "" ? title.slice(0, 120) : name,
        address: `${location.pathname}${location.search}`,
        isShared,
        replace: isReplacing,
      }),
    onSettled: () => queries.invalidateQueries(viewsQuery),
  });
  const isTaken = saving.error instanceof ApiError && saving.error.status === 409;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className="save-view" onSubmit={submit}>
      <label>
        {texts.saveAs}
        <input
          value={name}
          maxLength={120}
          placeholder={title}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <label className="tick">
        <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} />
        <span>{texts.isShared}</span>
      </label>
      {(isTaken || isReplacing) && (
        <label className="tick">
          <input
            type="checkbox"
            checked={isReplacing}
            onChange={({ target }) => setReplacing(target.checked)}
          />
          <span>{texts.replace}</span>
        </label>
      )}
      <button type="submit" className="button">
        {texts.save}
      </button>
      <output>
        {saving.data && texts.saved(saving.data.name)}
        {saving.error && (
          <span className="field-error">
            {(saving.error instanceof ApiError && saving.error.words?.[language]) || common.error.unreachable}
          </span>
        )}
      </output>
    </form>
  );
}
