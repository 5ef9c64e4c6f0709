using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace LeadCapture.Booth;

/// The files that the app of a tablet is made of, and the worker that keeps them there.
public sealed class BoothShell(IWebHostEnvironment environment)
{
    private static readonly string[] Files =
        ["css/site.css", "css/booth.css", "css/booth-app.css", "js/form.js", "js/confirmation.js", "js/booth-app.js", "favicon.svg", "booth.png"];

    /// Kept right after the first load, for the first scan without a connection. Scripts ask for them by these names.
    private static readonly string[] Later = ["js/scanner.js", "js/zxing_reader.wasm"];

    private readonly Lazy<string> worker = new(() => TextOf(environment, "js/booth-worker.js"));

    /// Another one wherever a file of it is another one. Tablets say it.
    public string VersionOf(ResourceAssetCollection? assets) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(
            string.Join('\n', Addresses([.. Files, .. Later], assets)) + worker.Value + TextOf(environment, "js/booth-app.js"))))[..12];

    /// The worker with the list of what it keeps.
    public string WorkerFor(ResourceAssetCollection? assets, string pathBase)
    {
        string[] kept = [pathBase + BoothRoutes.Root, .. Addresses(Files, assets).Select(file => $"{pathBase}/{file}")];
        var later = Later.Select(file => $"{pathBase}/{file}");
        return $"self.shell = {JsonSerializer.Serialize(new { version = VersionOf(assets), kept, later })};\n{worker.Value}";
    }

    /// As pages name them: with a mark of what is in them, where the program was published.
    private static IEnumerable<string> Addresses(IEnumerable<string> files, ResourceAssetCollection? assets) =>
        files.Select(file => assets?[file] ?? file);

    private static string TextOf(IWebHostEnvironment environment, string file)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(file).CreateReadStream());
        return reader.ReadToEnd();
    }
}
