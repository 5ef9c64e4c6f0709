using System.Net;
using System.Text.RegularExpressions;

namespace LeadCapture.Benchmarks.Processes;

/// A signed-in browser in the admin area.
public sealed partial class AdminClient : IDisposable
{
    private const string Email = "owner@scale.example";
    private const string Password = "correct horse battery";
    private const string TokenName = "__RequestVerificationToken";

    private readonly HttpClient browser;
    private string token = "";

    private AdminClient(Uri app) =>
        browser = new(new HttpClientHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = app,
            Timeout = TimeSpan.FromMinutes(10),
        };

    /// What the program needs to know of its owner.
    public static IReadOnlyList<(string Name, string Value)> Settings => [("Admin__Email", Email), ("Admin__Password", Password)];

    public static async Task<AdminClient> SignIn(Uri app)
    {
        var client = new AdminClient(app);
        await client.Get("/admin/login");
        await client.Post("/admin/login", ("email", Email), ("password", Password));
        return client;
    }

    /// The page itself: where it leads elsewhere, to the sign-in say, that is an error.
    public async Task<string> Get(string path)
    {
        using var answer = await browser.GetAsync(At(path));
        answer.EnsureSuccessStatusCode();
        if (answer.RequestMessage!.RequestUri!.PathAndQuery is var place && place != path)
            throw new InvalidOperationException($"{path} leads to {place}.");
        return Page(await answer.Content.ReadAsStringAsync());
    }

    /// The page that it leads to, with its path.
    public async Task<(string Path, string Page)> Post(string path, params (string Name, string Value)[] inputs)
    {
        using var form = new FormUrlEncodedContent(
            inputs.Append((TokenName, token)).Select(input => KeyValuePair.Create(input.Item1, input.Item2)));
        return await Post(path, form);
    }

    public async Task<(string Path, string Page)> Upload(string path, string text)
    {
        using var file = new StringContent(text);
        using var sealing = new StringContent(token);
        using var form = new MultipartFormDataContent { { file, "file", "leads.csv" }, { sealing, TokenName } };
        return await Post(path, form);
    }

    public void Dispose() => browser.Dispose();

    private async Task<(string Path, string Page)> Post(string path, HttpContent form)
    {
        using var answer = await browser.PostAsync(At(path), form);
        answer.EnsureSuccessStatusCode();
        return (answer.RequestMessage!.RequestUri!.AbsolutePath, Page(await answer.Content.ReadAsStringAsync()));
    }

    private string Page(string page)
    {
        if (Token().Match(page) is { Success: true } found)
            token = found.Groups[1].Value;
        return page;
    }

    private static Uri At(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
