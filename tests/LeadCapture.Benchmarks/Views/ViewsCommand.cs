using LeadCapture.Benchmarks.Processes;

namespace LeadCapture.Benchmarks.Views;

/// What visitors look at, beside the least that the same server answers. Only the shares of one run mean something: whoever looks shares
/// the machine with the server.
public static class ViewsCommand
{
    private const string Least = "/health/live";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        var app = await PublishedApp.Folder(arguments, scratch.Folder);
        var time = TimeSpan.FromSeconds(arguments.Whole("seconds", 5));
        var connections = arguments.Whole("connections", 16);
        var site = Ports.FreeAddress();
        await using var server = ChildProcess.Start(
            ["dotnet", Path.Combine(app, "LeadCapture.dll"), "--urls", site.ToString()], Path.Combine(scratch.Folder, "app.log"),
            [
                ("ASPNETCORE_ENVIRONMENT", "Production"), ("DataDirectory", scratch.New("data")), ("Reply__UseSandbox", "true"),
                ("Reply__InlineWait", "00:00:30"), ("RateLimits__PostsPerMinute", "0"),
            ]);
        var receipt = await Thanked(site);
        string[] paths =
        [
            Least, "/f/landing-page", "/f/contact", "/f/event-booth/booth", "/f/landing-page/embed",
            "/f/landing-page/embed?page=https%3A%2F%2Fwww.example.com%2Foffer&utm_source=newsletter", "/f/landing-page?email=ann%40example.com",
            $"/f/contact/confirmation/{receipt}", $"/api/leads/{receipt}",
        ];
        Console.WriteLine($"{connections} connections, {time.TotalSeconds} s each\n\n| Address | Views/s | Share | Bytes |\n|---|---|---|---|");
        var least = 0.0;
        foreach (var path in paths)
        {
            var visitor = new Visitor(site, path);
            await visitor.Looks(connections, WarmUp);
            var views = await visitor.Looks(connections, time);
            least = path == Least ? views : least;
            Console.WriteLine($"| {path.Replace(receipt, "…", StringComparison.Ordinal)} | {views:N0} | {views / least:0.00} | {await visitor.Weight():N0} |");
        }
        return 0;
    }

    /// The receipt of a lead that is delivered.
    private static async Task<string> Thanked(Uri site)
    {
        await Readiness.Of(site);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        using var form = new FormUrlEncodedContent([new("email", "ann@bench.example"), new("firstName", "Ann"), new("company", "Bench")]);
        using var answer = await http.PostAsync(new Uri(site, "/f/contact"), form);
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }
}
