import { Dialog, type DialogContext, type DialogInstance } from 'botbuilder-dialogs';

/**
 * A dialog that keeps `Kept` from turn to turn, and the version it was kept by, so that a changed dialog
 * never goes on with what an old one left.
 */
export abstract class VersionedDialog<Kept extends object> extends Dialog {
  readonly version: number;

  constructor(id: string, version: number) {
    super(id);
    this.version = version;
  }

  /** False when the state was left by another version, or lacks something. */
  understands(state: unknown): boolean {
    const kept = (state ?? {}) as Partial<Kept> & { version?: number }; // read back from storage: checked here
    return kept.version === this.version && this.isWhole(kept);
  }

  /** True for a message that only this dialog, as it is open, can answer. */
  isFor(_text: string, _instance: DialogInstance): boolean {
    return false;
  }

  protected abstract isWhole(kept: Partial<Kept>): boolean;

  protected keep({ activeDialog }: DialogContext, kept: Kept): void {
    if (activeDialog) activeDialog.state = { version: this.version, ...kept };
  }

  protected kept(instance: DialogInstance | undefined): Kept {
    return instance?.state as Kept; // written by `keep`, checked by `understands` before the turn
  }
}
