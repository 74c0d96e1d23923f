import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { WorkspaceSnapshot } from "../contract.ts";
import { ConfirmDialog, useConfirm } from "./confirm.tsx";
import { type Answer, postAct } from "./connection.ts";
import { Conversation } from "./conversation.tsx";
import { Home } from "./home.tsx";
import type { Live } from "./live.ts";
import { ModalStack } from "./modal.tsx";
import { Notice } from "./notice.tsx";
import { speak, say as spoken } from "./say.ts";
import { SideBar } from "./side-bar.tsx";
import { type Deed, type Form, newForm, type Place, type Workspace, WorkspaceContext } from "./surface.ts";
import { TopBar } from "./top-bar.tsx";

interface Props {
  live: Live;
  snapshot: WorkspaceSnapshot;
  place: Place | null;
  go(as: string, place: Place | null): void;
}

function firstPlace({ conversations, bot }: WorkspaceSnapshot): Place {
  const direct = conversations.find(({ kind, members }) => kind === "im" && members.includes(bot.userId));
  const first = direct ?? conversations[0];
  return first === undefined ? { at: "home" } : { at: "conversation", channel: first.id };
}

/** The notice of the last deed, shown until it is dismissed or another deed is done. */
function useNotice(told: string | null): [string | null, (notice: string | null) => void] {
  const [notice, say] = useState(told);
  useEffect(() => say(told), [told]);
  return [notice, say];
}

function useForms(snapshot: WorkspaceSnapshot): (key: string) => Form {
  const forms = useRef(new Map<string, Form>());
  const open = snapshot.modals.map(({ id }) => id).join(" ");
  // A view that was closed forgets what was typed, even when one with the same id should come again.
  useEffect(() => {
    for (const key of forms.current.keys()) {
      if (key.startsWith("modal ") && !open.split(" ").includes(key.slice("modal ".length))) {
        forms.current.delete(key);
      }
    }
  }, [open]);
  return useCallback((key) => {
    const form = forms.current.get(key) ?? newForm();
    forms.current.set(key, form);
    return form;
  }, []);
}

function useActing(live: Live, as: string, say: (notice: string | null) => void) {
  return useCallback(
    async (deed: Deed): Promise<Answer> => {
      if (deed.kind !== "read" && deed.kind !== "options") {
        say(null);
      }
      const answer = await postAct({ as, ...deed });
      if (deed.kind !== "options") {
        await live.refresh();
        const notice = answer.ok ? answer.notice : answer.error;
        if (notice !== null && deed.kind !== "read") {
          say(notice);
        }
      }
      return answer;
    },
    [live.refresh, as, say],
  );
}

/** The whole window of one person: bars, the place they are at, and the modals above it. */
export function Workbench({ live, snapshot, place, go }: Props) {
  const as = snapshot.me.id;
  speak(snapshot.me.locale);
  const [notice, say] = useNotice(snapshot.notice);
  const [sideOpen, setSideOpen] = useState(false);
  const drafts = useMemo(() => new Map<string, string>(), []);
  const { asked, ask, answer } = useConfirm();
  const form = useForms(snapshot);
  const act = useActing(live, as, say);
  const here = place ?? firstPlace(snapshot);
  const workspace: Workspace = {
    snapshot,
    act,
    ask,
    form,
    drafts,
    say,
    refresh: live.refresh,
    go: (next) => {
      setSideOpen(false);
      go(as, next);
    },
  };
  useTitle(snapshot);
  return (
    <WorkspaceContext.Provider value={workspace}>
      <div class="frame" lang={snapshot.me.locale}>
        <TopBar
          online={live.online}
          sideOpen={sideOpen}
          onSide={() => setSideOpen(!sideOpen)}
          onAct={(id) => go(id, null)}
        />
        <SideBar place={here} open={sideOpen} onClose={() => setSideOpen(false)} />
        <main>
          {snapshot.modals.length === 0 && <Notice notice={notice} onDismiss={() => say(null)} />}
          {here.at === "home" ? (
            <Home />
          ) : (
            <Conversation key={here.channel} channel={here.channel} thread={here.thread} />
          )}
        </main>
        <ModalStack views={snapshot.modals} notice={notice} />
        {asked !== null && <ConfirmDialog confirm={asked} onAnswer={answer} />}
      </div>
    </WorkspaceContext.Provider>
  );
}

function useTitle({ conversations, me }: WorkspaceSnapshot): void {
  const unread = conversations.reduce((sum, conversation) => sum + conversation.unread, 0);
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ""}${me.realName || me.name} · ${spoken("Local demonstration")}`;
  }, [unread, me.id]);
}
