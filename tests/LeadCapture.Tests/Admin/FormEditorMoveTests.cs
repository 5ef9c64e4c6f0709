using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

/// Fields and sections go elsewhere in their form, with and without a script.
public sealed class FormEditorMoveTests
{
    private const string Editor = "/admin/forms/fair";

    [Fact]
    public async Task A_field_is_sent_to_the_end_of_another_section()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "demo");
        await admin.Edits(Editor, "0.0", "add-section");
        await admin.Edits(Editor, "1.0", "save", ("heading", "Your wishes"));
        var before = await app.DraftOf("fair");

        var page = await admin.Gets(Editor + "?at=0.0.0");
        var answer = await admin.Edits(Editor, "0.0.0", "to", ("label", "Given name"), ("to", "1.0"));
        var after = await app.DraftOf("fair");

        Assert.Equal([("0.1", "Step 1 · Section 2"), ("1.0", "Step 2 · Your wishes")],
            page.Html.QuerySelectorAll("#to option").Select(option => (option.GetAttribute("value"), option.TextContent)));
        Assert.Equal(before.Steps[0].Sections[0].Fields.Skip(1).Select(field => field.Id),
            after.Steps[0].Sections[0].Fields.Select(field => field.Id));
        Assert.Equal((before.Fields[0].Id, "Given name"), (after.Fields[^1].Id, after.Fields[^1].Label));
        Assert.Equal($"{Editor}?at=1.0.{after.Steps[1].Sections[0].Fields.Count - 1}", answer.To);
    }

    [Fact]
    public async Task A_field_of_the_only_section_can_go_nowhere()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "blank");

        var page = await admin.Gets(Editor + "?at=0.0.0");
        var answer = await admin.Edits(Editor, "0.0.0", "to", ("to", "1.0"));

        Assert.Null(page.Html.QuerySelector("#to"));
        Assert.Equal(Editor + "?at=0.0.0", answer.To);
        Assert.Single((await app.DraftOf("fair")).Fields);
    }

    [Theory]
    [InlineData("0.0>0.1", "B,A|C", "0.1")]
    [InlineData("0.1>0.0", "B,A|C", "0.0")]
    [InlineData("0.0>1.1", "B|C,A", "1.1")]
    [InlineData("0.0>1.9", "B|C,A", "1.1")]
    [InlineData("1.0>0.1", "A,C,B|", "0.1")]
    [InlineData("1.0>1.0", "A,B|C", "1.0")]
    [InlineData("0.0>5.0", "A,B|C", null)]
    [InlineData("0.9>1.0", "A,B|C", null)]
    [InlineData("0.0>1", "A,B|C", null)]
    [InlineData("0>1.0", "A,B|C", null)]
    public async Task A_section_is_dropped(string way, string sections, string? to)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        await admin.MakesForm("Fair", "blank");
        await admin.Edits(Editor, "0.0", "add-section", ("heading", "A"));
        await admin.Edits(Editor, "0.1", "add-step", ("heading", "B"));
        await admin.Edits(Editor, "1.0", "save", ("heading", "C"));

        var answer = await admin.Edits(Editor, "", "move:" + way);

        var form = await app.DraftOf("fair");
        Assert.Equal(sections, string.Join('|', form.Steps.Select(Headings)));
        Assert.Equal(to is null ? Editor : $"{Editor}?at={to}", answer.To);
        Assert.Equal("email", form.Steps.SelectMany(step => step.Sections).Single(section => section.Heading == "A").Fields.Single().Id);

        static string Headings(FormStep step) => string.Join(',', step.Sections.Select(section => section.Heading));
    }
}
