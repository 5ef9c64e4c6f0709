namespace LeadCapture.Web;

/// "LeadCapture health" for machines without curl: asks the program that runs here whether it is alive. Exit code 0 or 1.
public static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<int> Run(string[] args)
    {
        var address = new Uri(AddressOf(args), "health/live");
        try
        {
            // What runs here is not reached through a proxy, whatever the environment says.
            using var client = new HttpClient(new HttpClientHandler { UseProxy = false }) { Timeout = Patience };
            using var answer = await client.GetAsync(address);
            Console.WriteLine($"{address} {(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address} does not respond: {fault.Message}");
            return 1;
        }
    }

    /// Where the server reads its own address: environment and command line.
    private static IConfiguration SettingsOf(string[] args) => new ConfigurationBuilder()
        .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables()
        .AddCommandLine(args).Build();

    /// The address of the program that runs here.
    public static Uri AddressOf(string[] args)
    {
        var settings = SettingsOf(args);
        var ports = settings["http_ports"] is { Length: > 0 } text ? text : "5000";
        var urls = settings["urls"] is { Length: > 0 } given ? given : $"http://*:{ports.Split(';')[0]}";
        var bound = BindingAddress.Parse(urls.Split(';')[0]);
        var host = bound.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : bound.Host;
        return new Uri($"{bound.Scheme}://{host}:{bound.Port.ToString(InvariantCulture)}{bound.PathBase}/");
    }
}
