import { useEffect } from "preact/hooks";
import type { WorkspaceView } from "../contract.ts";
import { Blocks } from "./blocks/block.tsx";
import { say } from "./say.ts";
import { SurfaceContext, useWorkspace } from "./surface.ts";
import { dispatchedValues, formKey, useBlocks } from "./use-surface.ts";

/** The app's Home tab. Opening it tells the app, which draws it for this person. */
export function Home() {
  const { snapshot, act } = useWorkspace();
  useEffect(() => {
    void act({ kind: "open_home" });
  }, []);
  return (
    <section class="pane" aria-labelledby="pane-title">
      <header class="pane-head">
        <h1 id="pane-title" tabIndex={-1} data-focus-home>
          {snapshot.bot.name} <span class="quiet">{say("Home")}</span>
        </h1>
      </header>
      <div class="scroll" lang={snapshot.me.locale}>
        {snapshot.home === null ? (
          <p class="empty">{say("The app has not drawn this tab yet.")}</p>
        ) : (
          <HomeView key={snapshot.home.id} view={snapshot.home} />
        )}
      </div>
    </section>
  );
}

function HomeView({ view }: { view: WorkspaceView }) {
  const surface = useBlocks(formKey(view), { view: view.id }, view.blocks, dispatchedValues(view), view.errors);
  return (
    <SurfaceContext.Provider value={surface}>
      <div class="home">
        <Blocks blocks={view.blocks} />
      </div>
    </SurfaceContext.Provider>
  );
}
