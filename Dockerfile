FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Promote.Credentials.Server -c Release -p:RestoreLockedMode=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# Ed25519 signs about three times as fast with libsodium as with the OpenSSL that .NET brings.
# librsvg makes PNGs of badges, in DejaVu Sans; without it only SVGs are drawn.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libsodium23 librsvg2-2 fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
RUN mkdir /data && chown app:app /data
COPY --from=build /app /app

ENV ASPNETCORE_URLS=http://+:8080 \
    Promote__DataDirectory=/data
USER app
WORKDIR /app
VOLUME /data
EXPOSE 8080
# The image has no curl; bash opens the connection itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.1 200' <&3"]
ENTRYPOINT ["dotnet", "Promote.Credentials.Server.dll"]
