# The service with its page and its models; it loads nothing at run time. For example:
#
#   docker build -t ocr-web .
#   docker run --rm --read-only --tmpfs /tmp -v ocr-web:/data -p 8080:8080 ocr-web

# The manifests by themselves: as long as they stay the same, the packages come from the cache.
FROM docker.io/library/node:24-trixie-slim AS manifests
WORKDIR /app
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete

FROM docker.io/library/node:24-trixie-slim AS page
WORKDIR /app
COPY --from=manifests /app .
RUN npm ci --workspace ocr-web-page --include-workspace-root=false --no-audit --no-fund
COPY . .
RUN node scripts/page/build-page.ts

FROM docker.io/library/node:24-trixie-slim AS service
RUN apt-get update && apt-get install -y --no-install-recommends tini
WORKDIR /app
COPY --from=manifests /app .
RUN npm ci --omit=dev --workspace ocr-web --include-workspace-root=false --no-audit --no-fund
COPY . .
RUN node scripts/image/prune-native-parts.ts node_modules
# Of the sources, what the service runs; readable for any user, whatever the copy was.
RUN rm -rf bench scripts packages/reader-web packages/scanner apps/web tsconfig*.json .npmrc
COPY --from=page /app/apps/web/dist apps/web/dist
RUN chmod -R a+rX . && mkdir -p /image/usr/local/bin && mv /app /image/app && \
    cp /usr/bin/tini /usr/local/bin/node /image/usr/local/bin/ && \
    ln -s /app/packages/cli/bin/ocr-web.mjs /image/usr/local/bin/ocr-web
# With the sticky bit, as /tmp: whichever user the service runs as owns what it makes there.
RUN install -d -m 1777 /image/data /image/keys

FROM docker.io/library/debian:trixie-slim
LABEL org.opencontainers.image.title="OCR Web" \
      org.opencontainers.image.description="Reads the machine readable zones of travel documents" \
      org.opencontainers.image.licenses="MIT"
COPY --from=service /image /
ENV NODE_ENV=production \
    OCR_WEB_HOST=0.0.0.0 \
    OCR_WEB_DATA_DIR=/data \
    OCR_WEB_MASTER_KEY_FILE=/keys/master.key
WORKDIR /data
# Apart, so that a copy of the data alone is of no use.
VOLUME /data /keys
EXPOSE 8080 9464
# Any other user does as well. The group is root's, so that a volume of that group can be written.
USER 10001:0
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "/app/deploy/image/ask-health.mjs"]
# Node does not reap the children of its children, so it is no init: readers whose service was
# killed would stay as zombies.
ENTRYPOINT ["tini", "--", "ocr-web"]
CMD ["serve"]
