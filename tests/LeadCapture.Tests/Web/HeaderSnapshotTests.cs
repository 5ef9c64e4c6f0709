using System.Net.Http.Headers;
using System.Text;
using LeadCapture.Tests.Localization;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Web;

/// The headers that decide what a page may do and who may show it, of every class of route, as they are committed in headers.txt. After a change
/// on purpose: LEADCAPTURE_WRITE_HEADERS=1.
public class HeaderSnapshotTests
{
    private static readonly string[] Watched =
    [
        "Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy", "Strict-Transport-Security",
        "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Allow-Methods", "Cache-Control", "Vary", "Set-Cookie",
    ];

    private static readonly string Committed = Path.Combine(SourceTexts.Root, "../../tests/LeadCapture.Tests/Web/headers.txt");

    [Fact]
    public async Task No_route_changes_what_it_allows_by_accident()
    {
        var found = await Snapshot();
        if (Environment.GetEnvironmentVariable("LEADCAPTURE_WRITE_HEADERS") == "1")
            await File.WriteAllTextAsync(Committed, found, TestContext.Current.CancellationToken);

        var wanted = await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken);

        Assert.True(wanted == found, "Headers changed (- committed, + now). On purpose? LEADCAPTURE_WRITE_HEADERS=1 writes them.\n" + Difference(wanted, found));
    }

    private static async Task<string> Snapshot()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with { Sites = ["https://www.example.com", "https://*.example.org"] });
        using var admin = await AdminBrowser.SignedIn(app);
        var text = new StringBuilder();
        var posted = await Receipt(app, "/f/landing-page");
        var framed = await Receipt(app, "/f/landing-page/embed");

        await Add("form page", "/f/landing-page");
        await Add("embedded form of listed sites", "/f/landing-page/embed");
        await Add("embedded form of all sites", "/f/contact/embed");
        await Add("booth", "/f/event-booth/booth");
        await Add("booth app", "/booth");
        await Add("booth worker", "/booth/worker.js");
        await Add("relay", "/relay");
        await Add("confirmation", posted);
        await Add("embedded confirmation", framed);
        await Add("API: a form", "/api/forms/landing-page");
        await Add("API: a form, from a listed site", "/api/forms/landing-page", ("Origin", "https://www.example.com"));
        await Add("API: a form, from a listed subdomain", "/api/forms/landing-page", ("Origin", "https://shop.example.org"));
        await Add("API: a form, from another site", "/api/forms/landing-page", ("Origin", "https://evil.example"));
        await Add("API: a lead", "/api/leads/" + posted.Split('/')[^1]);
        await Add("loader", "/embed.js");
        await Add("dialog of the loader", "/embed-dialog.js");
        await Add("static asset", "/css/site.css");
        await Add("start page", "/");
        await Add("sign-in", "/admin/login");
        await Add("health", "/health/live");
        await Add("error", "/nowhere");
        var page = await admin.Gets("/admin/leads");
        Write(text, "admin page", page.Status, page.Headers);
        return text.ToString();

        async Task Add(string route, string path, (string, string)? header = null)
        {
            using var answer = header is { } one
                ? await app.Answers(HttpMethod.Get, path, headers: one)
                : await app.Answers(HttpMethod.Get, path);
            Write(text, route, (int)answer.StatusCode, answer.Headers);
        }
    }

    private static async Task<string> Receipt(TestApp app, string path)
    {
        using var taken = await app.Posts(path, [Visits.Email, .. Visits.Consent]);
        return taken.Headers.Location!.ToString();
    }

    private static void Write(StringBuilder text, string route, int status, HttpResponseHeaders headers)
    {
        text.Append(InvariantCulture, $"{route} ({status})\n");
        foreach (var name in Watched)
            if (headers.TryGetValues(name, out var values))
                text.Append(InvariantCulture, $"  {name}: {string.Join(" | ", values.Select(value => Readable(name, value)))}\n");
        text.Append('\n');
    }

    /// A line for each part of a policy, and no value of a cookie, which is another one each time.
    private static string Readable(string name, string value) => name switch
    {
        "Content-Security-Policy" => "\n    " + value.Replace("; ", "\n    ", StringComparison.Ordinal),
        "Set-Cookie" => $"{value.Split('=')[0]}=…;{value.Split(';', 2)[^1]}",
        _ => value,
    };

    private static string Difference(string wanted, string found)
    {
        var (before, now) = (Lines(wanted), Lines(found));
        return string.Join('\n', before.Except(now).Select(line => "- " + line).Concat(now.Except(before).Select(line => "+ " + line)).Order(StringComparer.Ordinal));
    }

    /// Each line with the route that it is of.
    private static List<string> Lines(string text) =>
        [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(block => block.Select(line => $"{block[0]}: {line.Trim()}"))];
}
