using LeadCapture.Catalogue;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Admin;

/// The page of a form that says what follows its contacts.
public class FollowUpPageTests
{
    private const string Page = "/admin/forms/event-booth/follow-up";

    [Fact]
    public async Task Sequences_and_lists_are_chosen_by_name()
    {
        await using var app = await TestApp.Start();
        var (demo, hot) = (app.ReplyIo.State.AddSequence("Demo call"), app.ReplyIo.State.AddList("Hot leads"));
        await app.Services.GetRequiredService<ReplyIoCatalogue>().Refresh(TestContext.Current.CancellationToken);
        using var admin = await AdminBrowser.SignedIn(app);
        var page = await admin.Gets(Page);

        Assert.Contains("Demo call", page.Html.QuerySelector("[name=sequence]")!.TextContent, StringComparison.Ordinal);
        var saved = await admin.Posts(Page, ("seen", page.ValueOf("seen")!), ("existing", "Update"), ("sequence", $"{demo}"), ("lists", $"{hot}"),
            ("delay", "15"), ("businessHours", "true"), ("inOtherSequence", "Move"));

        Assert.Equal(303, saved.Status);
        var form = await app.DraftOf("event-booth");
        Assert.Equal(ExistingContact.Update, form.ExistingContact);
        Assert.Equivalent(new AfterDelivery
        {
            SequenceId = demo,
            ListIds = [hot],
            DelayMinutes = 15,
            BusinessHours = true,
            InOtherSequence = OtherSequence.Move,
        }, form.AfterDelivery);
    }

    [Fact]
    public async Task A_rule_is_added_without_script_and_kept_with_what_was_typed()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var page = await admin.Gets(Page);

        var added = await admin.Posts(Page, ("seen", page.ValueOf("seen")!), ("sequence", "7"), ("delay", "5"), ("do", "add-rule"));
        Assert.Equal(("7", "5"), (added.ValueOf("sequence"), added.ValueOf("delay")));
        Assert.NotNull(added.Html.QuerySelector("[name='rules[0].answer']"));
        var saved = await admin.Posts(Page, ("seen", added.ValueOf("seen")!), ("sequence", "7"), ("delay", "5"),
            ("rules[0].stored", "-1"), ("rules[0].answer", "is:company"), ("rules[0].text", "Example"), ("rules[0].sequence", "8"), ("rules[0].moreLists", "3, 4"));

        Assert.Equal(303, saved.Status);
        var rule = Assert.Single((await app.DraftOf("event-booth")).AfterDelivery!.Rules);
        Assert.Equal((8, "company", "Example"), (rule.SequenceId, rule.When.Tests[0].Field, rule.When.Tests[0].Is));
        Assert.Equal([3, 4], rule.ListIds);
    }

    [Fact]
    public async Task A_condition_that_asks_for_several_answers_stays_as_it_is()
    {
        await using var app = await TestApp.Start();
        var when = new Condition { Any = [new() { Field = "company", Is = "A" }, new() { Field = "company", Is = "B" }] };
        await app.Publishes("event-booth", form => form with { AfterDelivery = new() { Rules = [new() { When = when, SequenceId = 5 }] } });
        using var admin = await AdminBrowser.SignedIn(app);
        var page = await admin.Gets(Page);

        await admin.Posts(Page, [.. page.Inputs.Where(input => input.Name is not ("do" or "__RequestVerificationToken"))]);

        Assert.Equivalent(when, Assert.Single((await app.DraftOf("event-booth")).AfterDelivery!.Rules).When);
    }

    [Fact]
    public async Task What_is_no_number_is_told_beside_its_input_and_nothing_is_lost()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var page = await admin.Gets(Page);

        var refused = await admin.Posts(Page, ("seen", page.ValueOf("seen")!), ("sequence", "Demo"), ("delay", "99999"));

        Assert.Equal(422, refused.Status);
        Assert.Equal(("Demo", "99999"), (refused.ValueOf("sequence"), refused.ValueOf("delay")));
        Assert.NotNull(refused.Html.QuerySelector("#sequence-error"));
        Assert.Null((await app.DraftOf("event-booth")).AfterDelivery);
    }

    [Theory]
    [InlineData("delay", "99999", "#delay-error")]
    [InlineData("rules[0].text", "", "#rules_0__text-error")]
    public async Task What_cannot_be_followed_is_told_beside_its_input(string input, string value, string error)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var page = await admin.Gets(Page);

        (string Name, string Value)[] typed =
        [
            ("seen", page.ValueOf("seen")!), ("sequence", "7"), ("delay", "0"), ("rules[0].answer", "is:company"), ("rules[0].text", "Example"),
            ("rules[0].sequence", "8"),
        ];
        var refused = await admin.Posts(Page, [.. typed.Where(one => one.Name != input), (input, value)]);

        Assert.Equal(422, refused.Status);
        Assert.NotNull(refused.Html.QuerySelector(error));
        Assert.Null((await app.DraftOf("event-booth")).AfterDelivery);
    }

    [Fact]
    public async Task Who_may_only_look_changes_nothing()
    {
        await using var app = await TestApp.Start();
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);

        Assert.Equal(200, (await viewer.Gets(Page)).Status);
        Assert.Equal(403, (await viewer.Posts(Page, ("seen", "1"), ("sequence", "7"))).Status);
    }
}
