using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using LeadCapture.Admin.Audit;
using LeadCapture.Booth;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace LeadCapture.Tests.Booth;

/// The own picture or video of an event's attract screen: chosen in the admin area, loaded by tablets.
public class AttractMediaTests
{
    private const string Refusal = "Choose a picture, or an MP4 (H.264) or WebM video, of up to 8 MB";

    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomavc1"u8, .. new byte[5000]];
    private static readonly byte[] WebM = [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x84, .. "webm"u8, .. new byte[5000]];

    [Theory]
    [InlineData("video/mp4")]
    [InlineData("video/webm")]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    [InlineData("image/webp")]
    public async Task Each_kind_is_told_to_tablets_and_served_for_ever(string type)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var tablet = await Tablet.At(app, admin);
        var file = type switch
        {
            "video/mp4" => Mp4,
            "video/webm" => WebM,
            "image/png" => Drawn(3000, 1500, SKEncodedImageFormat.Png),
            "image/jpeg" => Drawn(3000, 1500, SKEncodedImageFormat.Jpeg),
            _ => Drawn(3000, 1500, SKEncodedImageFormat.Webp),
        };

        var page = await Saves(admin, file);
        var media = (await Setup(tablet)).GetProperty("attract");

        Assert.Equal("Saved. Tablets download it the next time they connect.", page.News);
        var address = media.GetProperty("address").GetString()!;
        var isVideo = type.StartsWith("video", StringComparison.Ordinal);
        Assert.Equal(address, page.Html.QuerySelector((isVideo ? "video" : "img") + ".picture-now")!.GetAttribute("src"));
        using var answer = await app.Visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("sha256-" + Convert.ToBase64String(SHA256.HashData(bytes)), media.GetProperty("integrity").GetString());
        if (isVideo)
            Assert.Equal(file, bytes);
        else
            Assert.Equal(2560, SKBitmap.DecodeBounds(bytes).Width);
        Assert.Equal((206, "bytes 10-19/" + bytes.Length, 10), await Part(app, address));
    }

    public static TheoryData<string, byte[]> Others => new()
    {
        { "nothing", [] },
        { "svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray() },
        { "html", "<!doctype html><script>alert(1)</script>"u8.ToArray() },
        { "gif", Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7") },
        { "photo of a phone", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[100]] },
        { "H.265", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0, .. "isommp42"u8, .. "hvc1"u8, .. new byte[100]] },
        { "Matroska", [0x1A, 0x45, 0xDF, 0xA3, 0xA3, 0x42, 0x82, 0x88, .. "matroska"u8, .. new byte[100]] },
        { "broken picture", Drawn(400, 400, SKEncodedImageFormat.Png)[..200] },
        { "large video", [.. WebM, .. new byte[AttractReading.LargestFile]] },
        { "large picture", [.. Drawn(20, 20, SKEncodedImageFormat.Png), .. new byte[AttractReading.LargestFile]] },
    };

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public async Task Anything_else_is_refused_beside_its_input(string kind, byte[] file)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesEvent(app);

        // Its name is no proof.
        var page = await Sends(admin, file, "film.mp4");

        Assert.True(page.Status == 422, kind);
        Assert.EndsWith(Refusal, page.ErrorOf("file"));
        Assert.Equal(0, await Stored(app));
        // The rest of the page still goes where it belongs.
        Assert.Equal("Spring fair", page.ValueOf("name"));
        Assert.Equal("/admin/events/1", page.Html.QuerySelector("form:has([name=name])")!.GetAttribute("action"));
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesEvent(app);

        var page = await admin.Posts("/admin/events/1/attract");

        Assert.Equal(422, page.Status);
        Assert.EndsWith(Refusal, page.ErrorOf("file"));
    }

    [Fact]
    public async Task It_is_replaced_and_removed_and_tablets_hear_of_it()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var tablet = await Tablet.At(app, admin);
        List<string> tags = [(await tablet.IsAnswered()).Setup];

        await Saves(admin, Mp4);
        tags.Add((await tablet.IsAnswered()).Setup);
        var first = await Address(tablet);
        await Saves(admin, WebM);
        tags.Add((await tablet.IsAnswered()).Setup);
        var second = await Address(tablet);
        Assert.Equal((404, 200), (await Status(app, first!), await Status(app, second!)));
        Assert.Equal(1, await Stored(app));
        var removed = await admin.Does("/admin/events/1/attract/remove");

        Assert.Equal("Removed. Tablets go back to the form’s title and picture the next time they connect.", removed.News);
        Assert.Null(await Address(tablet));
        Assert.Equal((404, 0), (await Status(app, second!), await Stored(app)));
        Assert.Equal(3, tags.Distinct().Count());
        Assert.Equal(tags[0], (await tablet.IsAnswered()).Setup);
        Assert.Equal(3, await app.Query(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "changed an event")));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Operator)]
    public async Task Nobody_but_an_admin_changes_it(Role role)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesEvent(app);
        await Saves(admin, Mp4);
        using var other = await AdminBrowser.SignedIn(app, role);
        using var stranger = AdminBrowser.Of(app);

        Assert.Equal((403, 403), ((await Sends(other, WebM)).Status, (await other.Posts("/admin/events/1/attract/remove")).Status));
        Assert.Equal(302, (await stranger.Posts("/admin/events/1/attract/remove")).Status);
        // Another site's form has no token.
        Assert.Equal(400, (await admin.PostsBare("/admin/events/1/attract/remove")).Status);
        Assert.Equal("video/mp4", await app.Query(db => db.AttractMedia.Select(media => media.ContentType).SingleAsync()));
    }

    [Fact]
    public async Task It_goes_with_its_event()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesEvent(app);
        await Saves(admin, Mp4);

        await app.Query(db => db.Events.ExecuteDeleteAsync());

        Assert.Equal(0, await Stored(app));
        Assert.Equal((404, 404), ((await Sends(admin, Mp4)).Status, (await admin.Posts("/admin/events/1/attract/remove")).Status));
    }

    [Theory]
    [InlineData("/booth/attract/aaaa")]
    [InlineData("/booth/attract/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var app = await TestApp.Start();

        Assert.Equal(404, await Status(app, path));
    }

    private static async Task<Page> Saves(AdminBrowser admin, byte[] file)
    {
        var answer = await Sends(admin, file);
        Assert.Equal((303, "/admin/events/1"), (answer.Status, answer.To));
        return await admin.Gets(answer.To!);
    }

    private static Task<Page> Sends(AdminBrowser admin, byte[] file, string name = "whatever.bin") =>
        admin.PostsParts("/admin/events/1/attract", new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } });

    private static async Task<(int Status, string Range, int Length)> Part(TestApp app, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new RangeHeaderValue(10, 19);
        using var part = await app.Visitor.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)part.StatusCode, part.Content.Headers.ContentRange!.ToString(),
            (await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
    }

    private static async Task<JsonElement> Setup(Tablet tablet)
    {
        using var answer = await tablet.AsksForSetup();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static async Task<string?> Address(Tablet tablet) =>
        (await Setup(tablet)).GetProperty("attract") is { ValueKind: JsonValueKind.Object } media ? media.GetProperty("address").GetString() : null;

    private static async Task<int> Status(TestApp app, string path)
    {
        using var answer = await app.Visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private static Task<int> Stored(TestApp app) => app.Query(db => db.AttractMedia.CountAsync());

    private static byte[] Drawn(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SteelBlue);
        return bitmap.Encode(format, 90).ToArray();
    }
}
