FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Makes the library links of the database binaries, which an npm package cannot hold, then server and networks.
RUN npm run build -- --models /models

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 \
    PORT=8000 HOSTNAME=0.0.0.0 DATA_DIR=/data MODELS_DIR=/models
RUN install -d -o node -g node -m 0700 /data
COPY --from=build /app/.next/standalone ./
COPY --from=build /models /models
USER node
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# The server itself and no wrapper, so that SIGTERM reaches it.
CMD ["node", "server.js"]
