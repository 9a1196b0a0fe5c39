import { figureRoles, type ComparisonBase, type FigureRole } from "#domain/figure.ts";
import { Chooser } from "./chooser.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";

/** What is asked of people; the roles by which a document quotes one number differently are not among them. */
const offered: readonly FigureRole[] = [
  "actual", "cumulative", "plan", "percent_of_plan", "prior_year", "growth_abs", "growth_percent", "growth_points", "share",
]; // prettier-ignore
const bases: readonly ComparisonBase[] = ["same_period", "previous_period", "previous_year", "plan"];

/** Which numbers: done, planned, last year, change; and what change is held against. */
export function RoleChooser() {
  const texts = useFiguresTexts();
  const { choice, change } = useFiguresView();
  const { roles, against } = choice;
  const value =
    roles.length === 0
      ? texts.bar.choose
      : roles.length < 3
        ? roles.map((role) => texts.roles[role]).join(", ")
        : texts.manyRoles(roles.length);
  const toggle = (role: FigureRole) =>
    change({
      roles: roles.includes(role)
        ? roles.filter((other) => other !== role)
        : figureRoles.filter((other) => other === role || roles.includes(other)),
    });
  return (
    <Chooser label={texts.bar.role} value={value} done={texts.bar.done}>
      <div className="chooser-list">
        {[...new Set([...offered, ...roles])].map((role) => (
          <label key={role} className="tick">
            <input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} />
            <span>{texts.roles[role]}</span>
          </label>
        ))}
      </div>
      <p className="chooser-row">
        <label>
          {texts.rolesBox.against}{" "}
          <select
            value={against ?? "same_period"}
            onChange={({ target }) => {
              const base = bases.find((one) => one === target.value);
              change({ against: base === "same_period" ? undefined : base });
            }}
          >
            {bases.map((base) => (
              <option key={base} value={base}>
                {texts.rolesBox.bases[base]}
              </option>
            ))}
          </select>
        </label>
      </p>
    </Chooser>
  );
}
