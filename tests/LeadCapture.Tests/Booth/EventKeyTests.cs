using System.Security.Cryptography;
using LeadCapture.Admin.Audit;
using LeadCapture.Booth;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Booth;

/// The private key of an event is taken away as a file, and opens leads where it is brought to.
public class EventKeyTests
{
    [Fact]
    public async Task An_owner_takes_the_key_away_and_says_who_they_are_first()
    {
        await using var app = await TestApp.StartAtRest();
        using var owner = await AdminBrowser.SignedIn(app);
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var id = await owner.MakesEvent(app, "Spring fair 2027");
        app.Clock!.Advance(TimeSpan.FromMinutes(5));

        var asked = await owner.Posts($"/admin/events/{id}/key/export");
        var file = await owner.Confirms(asked);

        Assert.Equal(422, asked.Status);
        Assert.Equal(200, file.Status);
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----\n", file.Source, StringComparison.Ordinal);
        using var key = ECDiffieHellman.Create();
        key.ImportFromPem(file.Source);
        var at = await app.Query(db => db.Events.AsNoTracking().SingleAsync());
        Assert.Equal(at.PublicKey, EventKey.OfPem(file.Source)!.Value.Public);
        Assert.NotNull(at.KeyExportedAt);
        Assert.Equal("Spring fair 2027", await app.Query(db => db.AuditEntries
            .Where(entry => entry.Act == AuditAction.ExportedEventKey).Select(entry => entry.SubjectId).SingleAsync()));
        Assert.Contains("Last downloaded", (await owner.Gets($"/admin/events/{id}/key")).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal((403, 403), ((await admin.Gets($"/admin/events/{id}/key")).Status, (await admin.Posts($"/admin/events/{id}/key/export")).Status));
        Assert.DoesNotContain(file.Source.Split('\n')[1], string.Join('\n', await app.EndsWithLog()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_of_a_tablet_whose_installation_is_lost_are_opened_by_the_key_that_was_kept()
    {
        await using var old = await TestApp.Start();
        using var before = await AdminBrowser.SignedIn(old);
        var lost = await before.MakesEvent(old);
        var tablet = await Tablet.Paired(old, await before.Invites(lost));
        tablet.By = "Anna";
        SealedLead[] leads = [tablet.Captures(BoothSteps.Ann), tablet.Captures(("email", "bob@example.com"))];
        var pem = (await before.Posts($"/admin/events/{lost}/key/export")).Source;

        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        var id = await owner.MakesEvent(app, "Again");
        Assert.Equal("0", (await app.Calls(HttpMethod.Post, "/relay", BoothSteps.FileOf(leads)))["taken"]);
        var again = await Tablet.Paired(app, await owner.Invites(id));
        Assert.Equal(leads.Select(lead => lead.Id), await again.HandsOver(leads));
        Assert.Equal(2, (await again.HandsOver(leads)).Count);
        Assert.Equal(0, await app.Leads());
        Assert.Null((await owner.Gets("/admin/devices")).Html.QuerySelector("form[action$='/open']"));

        var list = await owner.Does($"/admin/events/{id}/key/import", ("key", pem));
        Assert.Equal("Key saved. 2 leads can now be decrypted.", list.News);
        Assert.Equal("Decrypt 2 leads", list.Html.QuerySelector("form[action$='/open'] button")!.TextContent);
        var opened = await owner.Does($"/admin/events/{id}/open");

        Assert.Equal("2 leads decrypted.", opened.News);
        await app.IsDelivered(LeadSteps.Ann);
        await app.IsDelivered("bob@example.com");
        Assert.All(await app.Captures(), capture => Assert.True(capture is { LeadId: not null, Unopened: null, By: "Anna" }));
        Assert.Null(opened.Html.QuerySelector(".unopened"));
        await owner.Does($"/admin/events/{id}/open");
        Assert.Equal(2, await app.Leads());
    }

    [Fact]
    public async Task What_cannot_be_opened_is_kept_when_the_rest_is()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        var id = await owner.MakesEvent(app);
        var tablet = await Tablet.Paired(app, await owner.Invites(id));
        await tablet.HandsOver(tablet.Seals("unreadable", ++tablet.Captured));

        var page = await owner.Does($"/admin/events/{id}/open");

        Assert.Equal("0 of 1 leads decrypted. The others are kept.", page.News);
        Assert.NotNull(Assert.Single(await app.Captures()).Unopened);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public async Task What_is_no_key_is_said_to_be_none(string text)
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        var id = await owner.MakesEvent(app);

        var page = await owner.Posts($"/admin/events/{id}/key/import", ("key", text));

        Assert.Equal(422, page.Status);
        Assert.Contains("This is not an event key", page.ErrorOf("key"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_private_key_of_the_right_curve_is_one()
    {
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        using var ours = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

        Assert.Null(EventKey.OfPem(other.ExportPkcs8PrivateKeyPem()));
        Assert.Null(EventKey.OfPem(rsa.ExportPkcs8PrivateKeyPem()));
        Assert.Null(EventKey.OfPem(ours.ExportSubjectPublicKeyInfoPem()));
        Assert.NotNull(EventKey.OfPem("  " + ours.ExportPkcs8PrivateKeyPem().Replace("\n", "\r\n", StringComparison.Ordinal) + "\n"));
    }

    [Fact]
    public async Task A_tablet_is_paired_again_where_the_key_ring_is_lost_and_hands_over_all_the_same()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        var id = await owner.MakesEvent(app);
        var tablet = await Tablet.Paired(app, await owner.Invites(id));
        var left = tablet.Captures(BoothSteps.Ann);
        await app.Query(db => db.Devices.ExecuteUpdateAsync(set => set.SetProperty(device => device.Key, "of another ring")));

        Assert.Equal(401, (int)(await tablet.AsksForSetup()).StatusCode);
        var again = await Tablet.Paired(app, await owner.Invites(id));

        Assert.Equal([left.Id], await again.HandsOver(left));
        await app.IsDelivered(LeadSteps.Ann);
        Assert.Equal("0", (await app.Calls(HttpMethod.Post, "/relay", BoothSteps.FileOf(tablet.Captures(("email", "bob@example.com")))))["taken"]);
    }
}
