using Microsoft.Extensions.Configuration.Json;

namespace LeadCapture.Settings;

/// appsettings.json beside the program, then the one where it was started. Environment and command line win over both.
public static class SettingFiles
{
    /// For the command line: what changes later is read by the next start. Watching the files costs a thirtieth of a start.
    public const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    private const string Name = "appsettings.json";

    public static WebApplicationBuilder CreateBuilder(WebApplicationOptions options)
    {
        try
        {
            // Without IIS, QUIC and the loggers of a debugger: a faster start, 2 MB less.
            var builder = WebApplication.CreateSlimBuilder(options);
            builder.WebHost.UseKestrelHttpsConfiguration();
            var here = Path.GetFullPath(Name);
            if (here != Path.Combine(builder.Environment.ContentRootPath, Name) && File.Exists(here))
                builder.Configuration.AddAfterFiles(here);
            return builder;
        }
        catch (InvalidDataException fault)
        {
            throw new SettingException($"{fault.Message} {fault.GetBaseException().Message}");
        }
    }

    private static void AddAfterFiles(this ConfigurationManager configuration, string path)
    {
        var file = new JsonConfigurationSource { Path = path };
        file.ResolveFileProvider();
        IList<IConfigurationSource> sources = configuration.Sources;
        sources.Insert(sources.IndexOf(sources.OfType<JsonConfigurationSource>().Last()) + 1, file);
    }
}
