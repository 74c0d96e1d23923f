import { say } from "./say.ts";

interface Props {
  notice: string | null;
  onDismiss(): void;
}

/** What went wrong with the last thing the person did. */
export function Notice({ notice, onDismiss }: Props) {
  return (
    <div role="alert" class="notice-place">
      {notice !== null && (
        <div class="notice">
          <span>{notice}</span>
          <button type="button" class="clear" aria-label={say("Dismiss")} onClick={onDismiss}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
