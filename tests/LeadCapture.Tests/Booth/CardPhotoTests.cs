using LeadCapture.Booth;
using LeadCapture.Deliveries;
using LeadCapture.Forms.Themes;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using static LeadCapture.Tests.Support.BoothSteps;

namespace LeadCapture.Tests.Booth;

/// A photo of a business card is kept with its lead, and a person types it off.
public class CardPhotoTests
{
    [Fact]
    public async Task A_photo_is_shown_with_its_lead_and_where_it_is_corrected()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Photographs(Quoted(Drawn(2000, 1000)), ("version", "1"));

        Assert.Equal([lead.Id], await tablet.HandsOver(lead));
        Assert.Equal([lead.Id], await tablet.HandsOver(lead));

        var delivery = await app.OnlyDelivery();
        var path = $"/admin/leads/{delivery.LeadId}";
        Assert.Equal(DeliveryState.NeedsAttention, delivery.State);
        foreach (var page in (Page[])[await viewer.Gets(path), await admin.Gets(path), await admin.Gets(path + "/correction")])
        {
            var photo = page.Html.QuerySelector(".card-photo img")!;
            Assert.Equal((path + "/photo", path + "/photo"), (photo.GetAttribute("src"), photo.ParentElement!.GetAttribute("href")));
            Assert.Equal(("1280", "640"), (photo.GetAttribute("width"), photo.GetAttribute("height")));
            Assert.StartsWith("Photo of a business card", photo.GetAttribute("alt"), StringComparison.Ordinal);
        }
        await IsServed(app, viewer, path + "/photo");
        var sent = await admin.SendsForm(await admin.Gets(path + "/correction"), "resubmit", Visits.Email, ("why", "as the card says"));
        Assert.Equal(303, sent.Status);
        await app.IsDelivered(LeadSteps.Ann);
    }

    [Fact]
    public async Task A_lead_without_a_photo_shows_none_and_a_stranger_sees_none()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        using var stranger = AdminBrowser.Of(app);
        var tablet = await Tablet.At(app, admin);
        await tablet.HandsOver(tablet.Captures(Ann), tablet.Photographs(Quoted(Drawn(80, 50)), ("email", "bob@example.com")));
        var (without, with) = (await app.PathOf(LeadSteps.Ann), await app.PathOf("bob@example.com"));

        Assert.Null((await admin.Gets(without)).Html.QuerySelector(".card-photo"));
        Assert.Equal((404, 200), ((await admin.Gets(without + "/photo")).Status, (await admin.Gets(with + "/photo")).Status));
        Assert.Equal(302, (await stranger.Gets(with + "/photo")).Status);
    }

    public static TheoryData<string> NoPhotos =>
    [
        Quoted("a lead of no interest"u8.ToArray()), Quoted("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray()),
        Quoted(Drawn(400, 400)[..200]), Quoted([.. Drawn(20, 20), .. new byte[PictureReading.LargestFile]]),
        "\"no base64!\"", "\"\"", "\"\\ud800\"", "7", "true", "null", "[1, 2]", "{\"photo\": \"photo\"}",
    ];

    [Theory]
    [MemberData(nameof(NoPhotos))]
    public async Task A_photo_that_is_no_picture_is_left_out_and_its_lead_is_delivered(string photo)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Photographs(photo, Ann);

        Assert.Equal([lead.Id], await tablet.HandsOver(lead));

        await app.IsDelivered(LeadSteps.Ann);
        Assert.Null(Assert.Single(await app.Captures()).Unopened);
        Assert.Equal(0, await Photos(app));
        Assert.Null((await admin.Gets(await app.PathOf(LeadSteps.Ann))).Html.QuerySelector(".card-photo"));
    }

    [Fact]
    public async Task Photos_are_carried_in_a_file_and_are_there_once()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var tablet = await Tablet.At(app, admin);
        var photo = Quoted(Heavy(150_000));
        SealedLead[] leads = [.. Enumerable.Range(1, 20).Select(number => tablet.Photographs(photo, ("email", $"lead{number}@example.com")))];

        foreach (var _ in (int[])[1, 2])
            Assert.Equal("20", (await app.Calls(HttpMethod.Post, "/relay", FileOf(leads)))["taken"]);

        Assert.Equal((20, 20), (await app.Leads(), await Photos(app)));
    }

    [Fact]
    public async Task A_photo_that_the_store_does_not_take_stays_on_the_tablet_with_its_lead()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Photographs(Quoted(Drawn(80, 50)), Ann);
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE card_photos RENAME TO elsewhere"));
        Assert.Empty(await tablet.HandsOver(lead));
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE elsewhere RENAME TO card_photos"));

        Assert.Equal([lead.Id], await tablet.HandsOver(lead));

        Assert.Equal((1, 1), (await app.Leads(), await Photos(app)));
    }

    [Fact]
    public async Task What_was_cut_off_before_it_was_answered_for_comes_again_and_changes_nothing()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Photographs(Quoted(Drawn(80, 50)), Ann);
        await tablet.HandsOver(lead);
        await app.Query(db => db.Captures.ExecuteDeleteAsync());

        Assert.Equal([lead.Id], await tablet.HandsOver(lead));

        Assert.Equal((1, 1), (await app.Leads(), await Photos(app)));
    }

    [Fact]
    public async Task A_photo_goes_with_its_lead_and_stays_while_it_is_discarded()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var tablet = await Tablet.At(app, admin);
        await tablet.HandsOver(tablet.Photographs(Quoted(Drawn(80, 50)), ("firstName", "Ann")));
        var id = (await app.OnlyDelivery()).LeadId;
        await admin.Decides(await admin.Gets($"/admin/leads/{id}"), "discard", ("reason", "nobody"));

        Assert.Equal((DeliveryState.Discarded, 1), ((await app.OnlyDelivery()).State, await Photos(app)));
        await app.Query(db => db.Captures.ExecuteDeleteAsync());
        await app.Query(db => db.Deliveries.ExecuteDeleteAsync());
        await app.Query(db => db.Leads.ExecuteDeleteAsync());
        Assert.Equal(0, await Photos(app));
    }

    private static async Task IsServed(TestApp app, AdminBrowser browser, string path)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = browser.Cookies }) { BaseAddress = app.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((200, "image/jpeg"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        using var bitmap = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((1280, 640), (bitmap.Width, bitmap.Height));
    }

    private static Task<int> Photos(TestApp app) => app.Query(db => db.CardPhotos.CountAsync());

    private static string Quoted(byte[] photo) => $"\"{Convert.ToBase64String(photo)}\"";

    private static byte[] Drawn(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SteelBlue);
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 70).ToArray();
    }

    /// As heavy as tablets send them.
    private static byte[] Heavy(int bytes)
    {
        var picture = Drawn(640, 480);
        return [.. picture, .. new byte[bytes - picture.Length]];
    }
}
