using System.Net;
using LeadCapture.Settings;

namespace LeadCapture.Tests.Support;

/// A browser in the admin area: keeps cookies, and sends with every form the token that its page had.
public sealed class AdminBrowser : IDisposable
{
    private const string TokenName = "__RequestVerificationToken";
    private readonly HttpClient http;
    private string? token;

    private AdminBrowser(TestApp app) => http = new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = Cookies,
    })
    { BaseAddress = app.Address };

    public CookieContainer Cookies { get; } = new();

    /// Nobody is signed in.
    public static AdminBrowser Of(TestApp app) => new(app);

    /// A new user with this role, signed in by the form.
    public static async Task<AdminBrowser> SignedIn(TestApp app, Role role = Role.Owner, string? email = null)
    {
        var user = await app.Adds(role, email);
        var browser = new AdminBrowser(app);
        Assert.Equal("/admin", (await browser.SignsIn(user.Email!)).To);
        return browser;
    }

    public Task<Page> SignsIn(string email, string password = Users.Password, string code = "") =>
        Posts("/admin/login", ("email", email), ("password", password), ("code", code));

    public Task<Page> Gets(string path) => Sends(new(HttpMethod.Get, Relative(path)));

    public async Task<Page> Posts(string path, params (string Name, string Value)[] inputs)
    {
        if (token is null)
            await Gets("/admin/login");
        if (token is null)
            await Gets("/admin/profile");
        return await PostsBare(path, [.. inputs, (TokenName, token!)]);
    }

    /// Chooses a file and sends it.
    public async Task<Page> Uploads(
        string path, byte[] file, string name = "leads.csv", params (string Name, string Value)[] inputs)
    {
        await Gets(path);
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "file", name },
            { new StringContent(token!), TokenName },
        };
        foreach (var (input, value) in inputs)
            content.Add(new StringContent(value), input);
        return await Sends(new(HttpMethod.Post, Relative(path)) { Content = content });
    }

    /// With files among the inputs; the token is added.
    public async Task<Page> PostsParts(string path, MultipartFormDataContent content)
    {
        if (token is null)
            await Gets("/admin/profile");
        content.Add(new StringContent(token!), TokenName);
        return await Sends(new(HttpMethod.Post, Relative(path)) { Content = content });
    }

    /// As a page of that address does.
    public async Task<Page> PostsFrom(string origin, string path, params (string Name, string Value)[] inputs)
    {
        http.DefaultRequestHeaders.Add("Origin", origin);
        var page = await Posts(path, inputs);
        http.DefaultRequestHeaders.Remove("Origin");
        return page;
    }

    /// Without the token.
    public Task<Page> PostsBare(string path, params (string Name, string Value)[] inputs) =>
        Sends(new(HttpMethod.Post, Relative(path))
        {
            Content = new FormUrlEncodedContent(inputs.Select(input => KeyValuePair.Create(input.Name, input.Value))),
        });

    /// Answers the page that asks who it is, and goes on with what was typed before.
    public Task<Page> Confirms(Page asked, string password = Users.Password) => PostsHeld(asked, ("confirmPassword", password));

    public Task<Page> PostsHeld(Page asked, params (string Name, string Value)[] proof)
    {
        Assert.Equal((422, "Confirm your identity"), (asked.Status, asked.Title));
        var form = asked.Html.QuerySelector("form:has([name=held])")!;
        return Posts(form.GetAttribute("action")!,
            [("held", asked.ValueOf("held")!), ("to", asked.ValueOf("to")!), .. proof]);
    }

    /// How an answer travels to a browser that can unpack it.
    public async Task<(int Status, string? Encoding)> Encoding(string path)
    {
        using var answer = await GetsPacked(path);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    /// In bytes as it travels.
    public async Task<int> Weight(string path)
    {
        using var answer = await GetsPacked(path);
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }

    private async Task<HttpResponseMessage> GetsPacked(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Relative(path));
        request.Headers.Add("Accept-Encoding", "gzip, br");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// Posts, and gives the page that says what was done.
    public async Task<Page> Does(string path, params (string Name, string Value)[] inputs)
    {
        var answer = await Posts(path, inputs);
        Assert.Equal((path, 303), (path, answer.Status));
        return await Gets(answer.To!);
    }

    public void Dispose() => http.Dispose();

    private static Uri Relative(string path) => new(path, UriKind.RelativeOrAbsolute);

    private async Task<Page> Sends(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var page = await Page.Of(answer);
            // What a route without an address leaves behind.
            Assert.Empty(page.Html.QuerySelectorAll("[href=''], [action='']").Select(element => element.OuterHtml));
            // Who signs in or out needs a new one.
            if (answer.Headers.TryGetValues("Set-Cookie", out var set)
                && set.Any(cookie => cookie.StartsWith("leadcapture-admin=", StringComparison.Ordinal)))
                token = null;
            token = page.Html.QuerySelector($"[name={TokenName}]")?.GetAttribute("value") ?? token;
            return page;
        }
    }
}
