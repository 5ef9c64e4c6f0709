# LeadCapture as one image: port 8080 for visitors, /data for what must survive.
#   docker build -t leadcapture .
#   docker run -p 8080:8080 -v leadcapture:/data -e Reply__ApiKey=… leadcapture
#
# The versions are whole, so that the same source makes the same image. Raise them with every security release of .NET.

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /source
COPY wwwroot-assets/package.json wwwroot-assets/package-lock.json ./
RUN npm ci --no-audit --no-fund --ignore-scripts

FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS restore
ARG TARGETARCH
WORKDIR /source
# Only what decides about packages, so that a change of code does not restore anew.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/LeadCapture/LeadCapture.csproj src/LeadCapture/Assets.targets src/LeadCapture/
COPY src/LeadCapture.ReplyIo/LeadCapture.ReplyIo.csproj src/LeadCapture.ReplyIo/
COPY src/LeadCapture.Sandbox/LeadCapture.Sandbox.csproj src/LeadCapture.Sandbox/
RUN dotnet restore src/LeadCapture -a ${TARGETARCH:-amd64}
# npm has fetched the libraries; LibMan puts them where the style sheets look for them.
COPY wwwroot-assets/libman.json wwwroot-assets/
COPY --from=packages /source/node_modules/bootstrap wwwroot-assets/node_modules/bootstrap
RUN dotnet build src/LeadCapture --no-restore -t:RestoreLibraries

FROM packages AS assets
COPY wwwroot-assets/ ./
COPY --from=restore /source/wwwroot-assets/lib lib
RUN node build.mjs /wwwroot

FROM restore AS build
ARG TARGETARCH
COPY .editorconfig ./
COPY src/ src/
COPY --from=assets /wwwroot src/LeadCapture/wwwroot
RUN dotnet publish src/LeadCapture -c Release -a ${TARGETARCH:-amd64} --no-restore \
    -p:SkipAssets=true -p:DebugType=none -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12
WORKDIR /app
RUN install -d -o $APP_UID -g $APP_UID /data
COPY --from=build /app ./
ENV DataDirectory=/data
VOLUME /data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["dotnet", "/app/LeadCapture.dll", "health"]
ENTRYPOINT ["dotnet", "/app/LeadCapture.dll"]
