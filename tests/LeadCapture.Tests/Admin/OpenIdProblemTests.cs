using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace LeadCapture.Tests.Admin;

/// Whatever goes wrong on the way to the provider and back: a page that says it, with a way back.
public class OpenIdProblemTests
{
    [Fact]
    public async Task The_program_starts_and_serves_without_the_provider_and_takes_it_when_it_is_there()
    {
        var gone = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(gone.Settings);
        var port = gone.Port;
        await gone.DisposeAsync();
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);

        IsExplained(await browser.Gets(OpenIdVerbs.Start), 503, "Example ID is not responding");
        Assert.Equal("/admin", (await browser.SignsIn("owner@example.com")).To);
        await browser.Posts("/admin/logout");
        await using var back = await OpenIdProvider.Start(port);
        back.Person = back.Person with { Groups = ["everybody"] };

        Assert.Equal("Dashboard", (await browser.ComesByOpenId()).Title);
    }

    [Fact]
    public async Task A_provider_that_dies_while_the_person_is_there_is_said()
    {
        var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        using var browser = AdminBrowser.Of(app);
        var back = await browser.GoesToProvider();
        await provider.DisposeAsync();

        IsExplained(await Follow(browser, back), 503, "Example ID is not responding");
        Assert.Contains(await app.EndsWithLog(), line => line.Contains("failed: \"Down\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_who_changes_their_mind_comes_back_and_the_log_has_no_word_of_the_provider()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        using var browser = AdminBrowser.Of(app);
        provider.Refuses = "access_denied";

        IsExplained(await Follow(browser, await browser.GoesToProvider()), 403, "You did not sign in");
        provider.Refuses = "server_error";
        IsExplained(await Follow(browser, await browser.GoesToProvider()), 502, "Sign-in failed");

        var log = await app.EndsWithLog();
        Assert.Contains(log, line => line.EndsWith("failed: \"Cancelled\" (access_denied)", StringComparison.Ordinal));
        Assert.Contains(log, line => line.EndsWith("failed: \"Wrong\" (server_error)", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Contains("Ann", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_counts_once_in_the_browser_that_asked_for_it_and_as_it_was()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        await app.Adds(Role.Owner);
        provider.Person = provider.Person with { Groups = ["everybody"] };
        using AdminBrowser browser = AdminBrowser.Of(app), other = AdminBrowser.Of(app);
        var back = await browser.GoesToProvider();

        foreach (var wrong in (string[])[back, back.Replace("state=", "state=x", StringComparison.Ordinal),
            OpenIdVerbs.Start + "/callback", OpenIdVerbs.Start + "/callback?code=1&state=1&error=<script>"])
            IsExplained(await Follow(other, wrong), 400, "That took too long");
        Assert.Contains("/enter", (await browser.Gets(back)).To!, StringComparison.Ordinal);
        IsExplained(await Follow(browser, back), 400, "That took too long");
        IsExplained(await Follow(browser, (await browser.GoesToProvider()).Replace("code=", "code=x", StringComparison.Ordinal)),
            502, "Sign-in failed");
        var posted = await browser.PostsBare(OpenIdVerbs.Start + "/callback", ("code", "1"), ("state", "1"));
        Assert.Contains("why=Late", posted.To!, StringComparison.Ordinal);

        var log = await app.EndsWithLog();
        var code = back.Split("code=")[1].Split('&')[0];
        Assert.DoesNotContain(log, line => line.Contains(code[..20], StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Contains("<script>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("issuer", "IDX10205")]
    [InlineData("audience", "IDX10214")]
    [InlineData("nonce", "IDX21323")]
    [InlineData("expired", "IDX10223")]
    [InlineData("early", "IDX10222")]
    [InlineData("key", "IDX10517")]
    [InlineData("unsigned", "IDX10504")]
    public async Task An_identity_token_that_is_not_for_us_lets_nobody_in(string what, string code)
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);
        provider.Person = provider.Person with { Groups = ["bosses"] };
        provider.Spoils = token => Spoil(token, what);

        IsExplained(await Follow(browser, await browser.GoesToProvider()), 502, "Sign-in failed");

        Assert.Equal(302, (await browser.Gets("/admin")).Status);
        Assert.Contains(await app.EndsWithLog(), line => line.Contains($"failed: \"Wrong\" ({code})", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_in_hundreds_of_groups_comes_in_and_their_browser_keeps_none()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);
        provider.TellsOnlyWhenAsked = true;
        provider.Person = provider.Person with
        {
            Groups = [.. Enumerable.Range(0, 400).Select(number => $"{Guid.NewGuid()} department {number}"), "sales"],
        };

        var enter = await browser.ReturnsFromProvider();
        Assert.True(browser.Cookies.GetAllCookies().Sum(cookie => cookie.Value.Length) < 4000);
        Assert.Equal("/admin", (await browser.Gets(enter)).To);

        Assert.Equal(403, (await browser.Gets("/admin/users")).Status);
    }

    [Fact]
    public async Task A_clock_that_is_a_few_minutes_off_keeps_nobody_out()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);
        provider.Person = provider.Person with { Groups = ["bosses"] };
        provider.Spoils = token => token.NotBefore = token.IssuedAt = DateTime.UtcNow.AddMinutes(3);

        Assert.Equal("Dashboard", (await browser.ComesByOpenId()).Title);
    }

    [Fact]
    public async Task What_no_database_keeps_is_as_if_the_provider_did_not_say_it()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);
        provider.Person = provider.Person with { Groups = ["bosses"], Name = "Ann\0" };

        Assert.Equal("Dashboard", (await browser.ComesByOpenId()).Title);
        provider.Person = provider.Person with { Subject = "12\034", Email = "other@example.com" };
        using var other = AdminBrowser.Of(app);
        Assert.Equal("No verified email address", (await other.ComesByOpenId()).Title);
    }

    [Fact]
    public async Task A_wrong_secret_is_a_page_and_a_line_in_the_log_that_says_so()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start([.. provider.Settings, "OpenId:ClientSecret=zqsecret"]);
        using var browser = AdminBrowser.Of(app);

        IsExplained(await Follow(browser, await browser.GoesToProvider()), 502, "Sign-in failed");

        var log = await app.EndsWithLog();
        Assert.Contains(log, line => line.Contains("(invalid_client)", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Contains("zqsecret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?why=")]
    [InlineData("?why=99")]
    [InlineData("?why=<script>")]
    public async Task Nonsense_in_the_address_is_a_page_too(string query)
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start(provider.Settings);
        using var browser = AdminBrowser.Of(app);

        IsExplained(await browser.Gets(OpenIdVerbs.Start + "/problem" + query), 502, "Sign-in failed");
    }

    private static void Spoil(SecurityTokenDescriptor token, string what)
    {
        switch (what)
        {
            case "issuer": token.Issuer = "https://evil.example/"; break;
            case "audience": token.Claims["aud"] = "another program"; break;
            case "nonce": token.Claims["nonce"] = "another"; break;
            case "expired": token.Expires = DateTime.UtcNow.AddMinutes(-6); break;
            case "early": token.NotBefore = DateTime.UtcNow.AddMinutes(6); break;
            case "unsigned":
                (token.SigningCredentials, token.AdditionalHeaderClaims) = (null, null);
                token.Claims.Remove("at_hash");
                token.Subject.TryRemoveClaim(token.Subject.FindFirst("at_hash"));
                break;
            default:
                token.SigningCredentials = new(new SymmetricSecurityKey(new byte[32]), SecurityAlgorithms.HmacSha256);
                break;
        }
    }

    private static async Task<Page> Follow(AdminBrowser browser, string path) =>
        await browser.Gets((await browser.Gets(path)).To!);

    private static void IsExplained(Page page, int status, string title)
    {
        Assert.Equal((status, title), (page.Status, page.Title));
        Assert.NotNull(page.Html.QuerySelector("a[href='/admin/login']"));
        Assert.NotNull(page.Html.QuerySelector($"a[href='{OpenIdVerbs.Start}']"));
    }
}
