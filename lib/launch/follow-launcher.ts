// Preloaded into web and worker. Should the launcher be killed, its end of this channel closes and they stop as if asked to,
// rather than live on and hold the port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
