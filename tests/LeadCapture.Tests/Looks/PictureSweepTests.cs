using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace LeadCapture.Tests.Looks;

/// Pictures that nothing shows any more are not kept for ever.
public sealed class PictureSweepTests
{
    private static readonly (string OfVersion, string OfEarlierVersion, string OfDraft, string OfUndo, string OfDefault, string Old, string New) Hash =
        (Of('1'), Of('2'), Of('3'), Of('4'), Of('5'), Of('6'), Of('7'));

    [Fact]
    public async Task A_day_old_picture_goes_once_no_form_can_show_it_any_more()
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var now = app.Clock!.GetUtcNow().UtcDateTime;
        foreach (var hash in (string[])
            [Hash.OfVersion, Hash.OfEarlierVersion, Hash.OfDraft, Hash.OfUndo, Hash.OfDefault, Hash.Old])
            await Adds(app, hash, now - PictureSweep.Kept);
        await Adds(app, Hash.New, now - PictureSweep.Kept + PictureSweep.Pause + TimeSpan.FromMinutes(1));
        foreach (var hash in (string[])[Hash.OfEarlierVersion, Hash.OfVersion])
            await app.Publishes("landing-page", form => form with { Theme = new() { Logo = hash } });
        await app.Query(async db =>
        {
            db.DefaultLooks.Single().Theme = FormJson.WriteTheme(new() { Cover = Hash.OfDefault });
            var drafts = new Drafts(db, app.Clock);
            var form = (await drafts.Find("contact"))!;
            await drafts.Change(form.Form, form.Definition with { Theme = new() { Logo = Hash.OfUndo } }, "Ann");
            await drafts.Save(form.Form);
            await drafts.Change(form.Form, form.Definition with { Theme = new() { Cover = Hash.OfDraft } }, "Ann");
            return await drafts.Save(form.Form);
        });

        app.Clock.Advance(PictureSweep.Pause);
        await TestApp.Eventually(async () => !(await Stored(app)).Contains(Hash.Old), "swept");
        var first = await Stored(app);
        app.Clock.Advance(PictureSweep.Pause);
        app.Clock.Advance(PictureSweep.Kept);
        await TestApp.Eventually(async () => !(await Stored(app)).Contains(Hash.New), "swept again");

        Assert.Equal([Hash.OfVersion, Hash.OfEarlierVersion, Hash.OfDraft, Hash.OfUndo, Hash.OfDefault, Hash.New], first);
        Assert.Equal([Hash.OfVersion, Hash.OfEarlierVersion, Hash.OfDraft, Hash.OfUndo, Hash.OfDefault], await Stored(app));
    }

    [Fact]
    public async Task Who_chooses_a_picture_again_has_a_day_to_save_it()
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        using var bitmap = new SKBitmap(20, 20);
        var logo = bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray();
        await admin.Saves("contact", logo);
        await app.Query(db => db.DraftStates.ExecuteDeleteAsync());
        await app.Query(db => db.Forms.ExecuteUpdateAsync(set => set.SetProperty(form => form.Draft, 0)));
        await app.Query(db => db.Pictures.ExecuteUpdateAsync(set => set.SetProperty(one => one.CreatedAt, DateTime.UnixEpoch)));
        await Adds(app, Hash.Old, DateTime.UnixEpoch);

        var refused = await admin.SendsLook("contact", logo, inputs: ("accent", "blue"));
        app.Clock!.Advance(PictureSweep.Pause);
        await TestApp.Eventually(async () => !(await Stored(app)).Contains(Hash.Old), "swept");

        Assert.Equal(422, refused.Status);
        Assert.Single(await Stored(app));
    }

    private static string Of(char digit) => new(digit, 64);

    private static Task<int> Adds(TestApp app, string hash, DateTime at) => app.Query(db =>
    {
        db.Pictures.Add(new() { Hash = hash, ContentType = "image/png", Width = 1, Height = 1, CreatedAt = at, Bytes = [1] });
        return db.SaveChangesAsync();
    });

    private static Task<List<string>> Stored(TestApp app) =>
        app.Query(db => db.Pictures.OrderBy(picture => picture.Hash).Select(picture => picture.Hash).ToListAsync());
}
