using LeadCapture.Booth;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// A stand's tablet while nobody is there: an event's own picture or video, with or without a connection.
public class AttractJourney(Chromium chromium) : Journey(chromium)
{
    private const string Minute = "01:01";

    private Wifi wifi = null!;
    private Support.Tablet tablet = null!;
    private IPage admin = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        wifi = new(App.Address);
        tablet = new(Playwright, wifi.Address);
        await App.Adds(Role.Admin);
        admin = await Visitor();
        await admin.SignsIn("admin@example.com");
    }

    public override async ValueTask DisposeAsync()
    {
        await tablet.DisposeAsync();
        await wifi.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_video_plays_without_a_connection_and_a_touch_or_key_starts_the_form()
    {
        await IsChosen("film.webm", "video/webm", await Recording.Of(admin));
        await admin.WaitForFunctionAsync("() => document.querySelector('video').videoWidth === 640");
        await admin.Looks("event-video");
        await IsPaired();
        await tablet.Page.Clock.InstallAsync();
        var loads = 0;
        tablet.Page.Request += (_, request) => loads += request.Url.Contains("/booth/attract/", StringComparison.Ordinal) ? 1 : 0;
        await tablet.Page.ReloadAsync();
        await tablet.IsReady();
        await wifi.GoesAway();
        await tablet.Page.ReloadAsync();

        await Rests();
        Assert.True(await Video("video.paused && video.currentTime === 0"));
        await tablet.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await tablet.Screen.Locator(".attract").ClickAsync();
        await tablet.IsReady();

        await Rests();
        await TestApp.Eventually(() => Video("!video.paused && video.currentTime > 0"), "it plays");
        Assert.True(await Video("video.muted && video.loop && !video.controls && video.ariaHidden === 'true'"));
        await Looks("attract-video");
        await tablet.Page.Keyboard.PressAsync("x");
        await tablet.IsReady();

        await Rests();
        await tablet.Page.Keyboard.PressAsync("Tab");
        await Expect(tablet.Page.Locator("#scan-button")).ToBeFocusedAsync();
        await tablet.OpensStaffMenu("4711");
        Assert.Equal(0, loads);
    }

    [Fact]
    public async Task A_picture_fills_the_screen_until_it_is_removed()
    {
        await IsChosen("stand.png", "image/png", Picture());
        await IsPaired();
        await tablet.Page.Clock.InstallAsync();
        await wifi.GoesAway();
        await tablet.Page.ReloadAsync();
        await tablet.IsReady();

        await Rests();
        await Looks("attract-picture");

        await wifi.ComesBack();
        await admin.Sheet().Press("Remove file");
        await admin.Sheet().Says("Removed. Tablets go back to the form’s title and picture the next time they connect.");
        await tablet.Screen.Locator(".attract").ClickAsync();
        await tablet.Page.ReloadAsync();
        await Keeps(0);
        await tablet.Page.Clock.RunForAsync(Minute);
        await Expect(tablet.Screen.Locator(".attract")).ToHaveClassAsync("attract");
        await Looks("attract-title");
    }

    [Fact]
    public async Task What_cannot_be_played_leaves_the_title()
    {
        await IsChosen("film.webm", "video/webm", [0x1A, 0x45, 0xDF, 0xA3, 0x87, 0x42, 0x82, 0x84, .. "webm"u8, .. new byte[1000]]);
        await IsPaired();
        await tablet.Page.Clock.InstallAsync();
        await tablet.Page.ReloadAsync();
        await tablet.IsReady();

        await tablet.Page.Clock.RunForAsync(Minute);

        await Expect(tablet.Screen.Locator(".attract-title")).ToBeVisibleAsync();
        await Expect(tablet.Screen.Locator(".attract-media")).ToHaveCountAsync(0);
        await Expect(tablet.Screen.Locator(".attract")).ToHaveClassAsync("attract");
    }

    private async Task IsChosen(string name, string type, byte[] file)
    {
        await NewCode();
        var page = await admin.Opens("/admin/events/1");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = file });
        await page.Press("Save file");
        await page.Says("Saved. Tablets download it the next time they connect.");
    }

    private async Task IsPaired()
    {
        await tablet.Starts();
        await tablet.IsPaired(await NewCode());
        await Keeps(1);
    }

    private Task Keeps(int files) => TestApp.Eventually(async () => files == await tablet.Page.EvaluateAsync<int>(
        "async () => (await caches.has('attract')) ? (await (await caches.open('attract')).keys()).length : 0"), $"it keeps {files}");

    /// The visitor has gone a minute ago.
    private async Task Rests()
    {
        await tablet.IsReady();
        await tablet.Page.Clock.RunForAsync(Minute);
        await tablet.Screen.Locator(".attract.has-media").WaitForAsync();
    }

    private Task<bool> Video(string question) =>
        tablet.Screen.Locator("video").EvaluateAsync<bool>($"(video) => {question}");

    private async Task Looks(string name)
    {
        var page = tablet.Page;
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var (width, height) in ((int, int)[])[(390, 844), (768, 1024), (1024, 768)])
            {
                await page.SetViewportSizeAsync(width, height);
                await page.DoesNotScrollSideways();
                await page.IsAccessible();
                if (Environment.GetEnvironmentVariable("LEADCAPTURE_LOOKS") is { Length: > 0 } folder)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}x{height}-{scheme}.png") });
            }
        }
    }

    private async Task<string> NewCode()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LeadDb>();
        var (open, hidden) = EventKey.New();
        var at = await db.Events.SingleOrDefaultAsync();
        if (at is null)
        {
            var form = await db.Forms.SingleAsync(one => one.Slug == "event-booth");
            db.Events.Add(at = new() { Name = "Spring fair", FormId = form.Id, PublicKey = open, Pin = "4711" });
            await scope.ServiceProvider.GetRequiredService<SecretBox>().Put(db, EventKey.SecretOf(EventKey.IdOf(open)), hidden);
            await db.SaveChangesAsync();
        }
        var code = await scope.ServiceProvider.GetRequiredService<DeviceDoor>().Invite(at.Id, "Tablet 1");
        await db.SaveChangesAsync();
        return code;
    }

    /// As bright as a picture can be behind its words.
    private static byte[] Picture()
    {
        using var bitmap = new SKBitmap(1600, 1200);
        using var canvas = new SKCanvas(bitmap);
        using var sun = new SKPaint { Color = SKColors.Gold, IsAntialias = true };
        canvas.Clear(SKColors.White);
        canvas.DrawCircle(800, 500, 350, sun);
        return bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray();
    }
}
