import { useDirectivesTexts } from "./use-directives-texts.ts";

interface FormButtonsProps {
  readonly submit: string;
  readonly isReady: boolean;
  readonly onClose: () => void;
}

/** The foot of a short form: do it, or not. */
export function FormButtons({ submit, isReady, onClose }: FormButtonsProps) {
  const { cancel } = useDirectivesTexts();
  return (
    <div className="task-act-buttons">
      <button type="submit" className="button is-primary" disabled={!isReady}>
        {submit}
      </button>
      <button type="button" className="button" onClick={onClose}>
        {cancel}
      </button>
    </div>
  );
}
