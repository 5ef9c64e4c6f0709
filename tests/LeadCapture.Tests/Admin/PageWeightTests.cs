using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LeadCapture.Forms.Fields;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

/// A page that visitors would wait for is not published.
public sealed partial class PageWeightTests
{
    private const string Editor = "/admin/forms/fair";

    /// Texts that cannot be packed well.
    private static readonly IReadOnlyList<Option> Many =
    [
        .. Enumerable.Range(0, 500).Select(number => Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(number))))
            .Select(text => new Option(text, text)),
    ];

    [Fact]
    public async Task A_page_that_is_too_heavy_is_published_once_it_is_lighter()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "blank");
        await admin.Edits(Editor, "0.0.0", "add:input:select");
        await admin.Edits(Editor, "0.0.1", "save", ("options", string.Join('\n', Many.Select(option => option.Label))));

        var sheet = await admin.Gets(Editor + "/publish");
        var refused = await admin.Posts(Editor + "/publish", ("seen", sheet.ValueOf("seen")!));
        var hidden = await app.Opens("/f/fair");
        await admin.Edits(Editor, "0.0.1", "save", ("options", "Now\nLater"));
        var light = await admin.Gets(Editor + "/publish");
        var published = await admin.Posts(Editor + "/publish", ("seen", light.ValueOf("seen")!));

        Assert.Matches("^The page is [0-9]+ kB. Visitors on slow connections wait too long: keep it under 25 kB, for example with fewer options.$",
            Assert.Single(sheet.Html.QuerySelectorAll("#blocking ~ .findings a")).TextContent);
        Assert.Equal((422, 404, 303), (refused.Status, hidden.Status, published.Status));
        Assert.Null(light.Html.QuerySelector("#blocking"));
    }

    [Fact]
    public async Task What_is_said_is_what_a_browser_loads()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.Publishes("landing-page", form => form.And(new() { Key = "Many", Kind = FieldKinds.Select, Label = "Many", Options = Many })
            with
        { Theme = new() { Accent = "#7a1fa2" } });

        var said = Said().Match((await admin.Gets("/admin/forms/landing-page/publish")).Source).Groups[1].Value;

        Assert.Equal(await app.WeightOf("/f/landing-page") / 1000.0, double.Parse(said, InvariantCulture) - 0.5, tolerance: 0.6);
    }

    /// Every setting that a form may have while it is edited.
    [Fact]
    public async Task A_form_that_is_wrong_in_other_ways_is_weighed_too()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "blank");
        foreach (var kind in FieldKinds.All)
        {
            await admin.Edits(Editor, "0.0.0", "add:input:" + kind.Name);
            await admin.Edits(Editor, "0.0.1", "save", ("label", ""), ("key", ""), ("options", ""), ("min", "x"), ("max", "y"),
                ("pattern", "("), ("default", "z"), ("maxLength", "0"));
        }

        var sheet = await admin.Gets(Editor + "/publish");

        Assert.Equal(200, sheet.Status);
        Assert.NotEmpty(sheet.Html.QuerySelectorAll("#blocking ~ .findings a"));
    }

    [GeneratedRegex("The page is ([0-9]+) kB")]
    private static partial Regex Said();
}
