import { useId, type ComponentProps } from "react";

interface TextFieldProps extends Omit<ComponentProps<"input">, "id" | "aria-describedby"> {
  readonly label: string;
  readonly hint?: string;
}

/** A label above, a box, and help under the label. */
export function TextField({ label, hint, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input id={id} {...(hint !== undefined && { "aria-describedby": `${id}-hint` })} {...input} />
    </div>
  );
}
