import { useCallback, useEffect, useState } from "preact/hooks";
import { readAddress, writeAddress } from "./address-bar.ts";
import { useLive } from "./live.ts";
import { say } from "./say.ts";
import type { Place } from "./surface.ts";
import { Workbench } from "./workbench.tsx";

/** Everything that one person sees. Acting as somebody else begins anew. */
export function App() {
  const [address, setAddress] = useState(readAddress);
  useEffect(() => {
    const back = (): void => setAddress(readAddress());
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  const go = useCallback((as: string, place: Place | null): void => {
    writeAddress(as, place, "push");
    setAddress({ as, place });
  }, []);
  return <Person key={address.as} as={address.as} place={address.place} go={go} />;
}

interface PersonProps {
  as: string;
  place: Place | null;
  go(as: string, place: Place | null): void;
}

function Person({ as, place, go }: PersonProps) {
  const live = useLive(as);
  const { snapshot } = live;
  useEffect(() => {
    if (snapshot !== null && snapshot.me.id !== as) {
      writeAddress(snapshot.me.id, place, "replace");
      go(snapshot.me.id, place);
    }
  }, [snapshot?.me.id]);
  if (snapshot === null) {
    return (
      <main class="waiting">
        <p role="status">{live.trouble || say("Opening the local workspace…")}</p>
      </main>
    );
  }
  return <Workbench live={live} snapshot={snapshot} place={place} go={go} />;
}
