using System.Text.Json;
using LeadCapture.Booth;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Booth;

/// A tablet is paired by a code, and known by a cookie.
public class PairingTests
{
    [Fact]
    public async Task A_code_pairs_one_tablet_and_tells_it_what_to_show()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var code = await admin.Invites(await admin.MakesEvent(app), "Tablet by the door");

        var tablet = await Tablet.Paired(app, code);
        using var second = await app.Pairs(code);

        Assert.Equal("Tablet by the door", tablet.Setup.GetProperty("device").GetProperty("name").GetString());
        Assert.Equal("Spring fair", tablet.Setup.GetProperty("event").GetProperty("name").GetString());
        var form = tablet.Setup.GetProperty("form");
        Assert.Equal(("event-booth", 1, "/f/event-booth/booth"),
            (form.GetProperty("slug").GetString(), form.GetProperty("version").GetInt32(), form.GetProperty("address").GetString()));
        Assert.Equal(422, (int)second.StatusCode);
        Assert.Contains("15 minutes", (await Json.Of(second))["detail"], StringComparison.Ordinal);
        Assert.Equal(1, await app.Query(db => db.Devices.CountAsync()));
    }

    [Fact]
    public async Task Of_many_tablets_that_send_a_code_at_once_one_is_paired()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var code = await admin.Invites(await admin.MakesEvent(app));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Pairs(code)));

        Assert.Equal(1, answers.Count(answer => (int)answer.StatusCode == 200));
        Assert.Equal(7, answers.Count(answer => (int)answer.StatusCode == 422));
        Assert.Equal(1, await app.Query(db => db.Devices.CountAsync()));
    }

    [Theory]
    [InlineData(899, 200)]
    [InlineData(900, 422)]
    public async Task A_code_lasts_fifteen_minutes(int seconds, int status)
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app);
        var code = await admin.Invites(await admin.MakesEvent(app));

        app.Clock!.Advance(TimeSpan.FromSeconds(seconds));
        using var answer = await app.Pairs(code);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA AAAA")]
    [InlineData("not even a code; far too long for one, and with 'quotes'")]
    public async Task A_wrong_code_pairs_nothing(string code)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        await admin.Invites(await admin.MakesEvent(app));

        using var answer = await app.Pairs(code);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(0, await app.Query(db => db.Devices.CountAsync()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"code":null}""")]
    [InlineData("null")]
    [InlineData("no json")]
    public async Task What_is_no_request_pairs_nothing(string body)
    {
        await using var app = await TestApp.Start();

        using var answer = await app.Answers(HttpMethod.Post, "/booth/pair", body);

        Assert.InRange((int)answer.StatusCode, 400, 422);
    }

    [Fact]
    public async Task A_code_may_be_typed_as_people_type_codes()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);
        // Until one has a digit that looks like a letter.
        var code = await admin.Invites(id);
        while (!code.Contains('0', StringComparison.Ordinal) || !code.Contains('1', StringComparison.Ordinal))
            code = await admin.Invites(id);

#pragma warning disable CA1308 // As it is typed.
        var typed = $"  {code.Replace('0', 'O').Replace('1', 'l').ToLowerInvariant().Replace(" ", " - ", StringComparison.Ordinal)} ";
#pragma warning restore CA1308
        await Tablet.Paired(app, typed);
    }

    [Fact]
    public async Task The_cookie_is_for_the_booth_alone_and_no_script_reads_it()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        using var answer = await app.Pairs(await admin.Invites(await admin.MakesEvent(app)));

        var parts = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split("; ");

        Assert.StartsWith("leadcapture-booth=", parts[0], StringComparison.Ordinal);
        Assert.Contains("path=/booth", parts);
        Assert.Contains("httponly", parts);
        Assert.Contains("samesite=strict", parts);
        Assert.Contains($"max-age={400 * 86400}", parts);
        // What is stored opens nothing: the token itself is not there.
        var token = parts[0].Split('=')[1];
        Assert.DoesNotContain(token, await app.Query(db => db.Devices.Select(device => device.TokenHash + device.Key).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_is_no_tablet_gets_neither_setup_nor_leads_through()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);

        var setup = await app.Opens("/booth/setup");
        using var upload = await app.Answers(HttpMethod.Post, "/booth/upload",
            JsonSerializer.Serialize(new Upload { Leads = [tablet.Captures(BoothSteps.Ann)] }, JsonSerializerOptions.Web));
        using var forged = await app.Answers(HttpMethod.Get, "/booth/setup", null, "", ("Cookie", "leadcapture-booth=AAAA"));

        Assert.Equal((401, 401, 401), (setup.Status, (int)upload.StatusCode, (int)forged.StatusCode));
        Assert.Equal(0, await app.Leads());
        Assert.Equal(200, (int)(await tablet.AsksForSetup()).StatusCode);
    }

    [Fact]
    public async Task A_revoked_tablet_is_told_so()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);

        var page = await admin.Does($"/admin/devices/{tablet.Id}/revoke");

        Assert.Equal(403, (int)(await tablet.AsksForSetup()).StatusCode);
        Assert.Equal("Revoked", page.Html.QuerySelector($"[data-device='{tablet.Id}'] .pill")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_tablet_takes_over_what_was_changed_and_another_event()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        var other = await admin.MakesEvent(app, "Open day", "landing-page");

        await admin.Does($"/admin/devices/{tablet.Id}", ("name", "Left"), ("at", other.ToString(InvariantCulture)));
        var setup = await Json.Of(await tablet.AsksForSetup());

        Assert.Equal(("Left", "Open day", "landing-page"), (setup.Body.GetProperty("device").GetProperty("name").GetString(),
            setup.Body.GetProperty("event").GetProperty("name").GetString(), setup.Body.GetProperty("form").GetProperty("slug").GetString()));
        Assert.NotEqual(tablet.KeyId, setup.Body.GetProperty("keys").GetProperty("sealId").GetString());
    }
}
