"use client";

import { useEffect } from "react";
import { MessagePage } from "#components/layout/message-page.tsx";

/** No link, one that was opened before, or a session that has ended. The page around a frame is told, so that it may give a new link. */
export function PortalOver() {
  useEffect(() => {
    if (parent !== window) parent.postMessage({ type: "posthorn.portal.over" }, "*");
  }, []);
  return (
    <MessagePage title="This portal link is over" actions={null}>
      A link opens once, and the session it opens ends after a while. Go back to where you found it and open
      it again.
    </MessagePage>
  );
}
