using System.Text.Json;
using System.Text.Json.Nodes;
using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Forms;

/// What a form asks for depends on the answers so far. What was not asked for is kept, and not sent.
public class ConditionTests
{
    private static readonly JsonArray Cases =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "conditions.json")))!.AsArray();

    private static readonly Field Interest = new()
    {
        Key = "interest",
        Kind = FieldKinds.Radio,
        Label = "Interest",
        Required = true,
        Options = [new("hot", "Now"), new("cold", "Later")],
    };

    private static readonly Condition IfHot = new() { All = [new() { Field = "interest", Is = "hot" }] };

    private static readonly Field Budget = new()
    {
        Key = "budget",
        Kind = FieldKinds.Number,
        Label = "Budget",
        Required = true,
        ShowWhen = IfHot,
    };

    public static TheoryData<string> Whats => [.. Cases.Select(one => (string)one!["what"]!)];

    /// The same cases hold the script of the page, see conditions.test.mjs.
    [Theory]
    [MemberData(nameof(Whats))]
    public async Task A_condition_shows_and_hides(string what)
    {
        var one = Cases.Single(one => (string)one!["what"]! == what)!;
        var steps = StepsOf(one);
        var answers = one["answers"]!.AsObject().ToDictionary(answer => answer.Key, answer => TextOf(answer.Value!));
        var hidden = one["hidden"]!.AsArray().Select(key => (string)key!).ToHashSet();
        var answered = answers.Where(answer => answer.Value.Trim() != "").Select(answer => answer.Key).ToList();
        var body = JsonSerializer.Serialize(
            new { email = Ann, customFields = answers.Select(answer => new { key = answer.Key, value = answer.Value }) });
        await using var app = await TestApp.Start();

        await app.Publishes("landing-page", form => (form with { Steps = steps }).Map(field => field with { Required = true }));
        var refused = await app.Creates(body, "landing-page");
        await app.Publishes("landing-page", form => form with { Steps = steps });
        var created = await app.Creates(body, "landing-page");

        var asked = steps.SelectMany(step => step.Sections).SelectMany(section => section.Fields).Select(field => field.Key)
            .OfType<string>().Where(key => !hidden.Contains(key)).ToList();
        var missing = asked.Except(answered).Order().ToList();
        Assert.Equal(missing, refused.Status == 422
            ? refused.Body.GetProperty("errors").EnumerateObject().Select(error => KeyOf(error.Name, answers.Keys)).Order()
            : []);
        Assert.Equal(201, created.Status);
        await app.IsDelivered(Ann);
        Assert.All(answered, key => Assert.Equal(hidden.Contains(key), SentCustom(app, key) is null));
    }

    [Fact]
    public async Task What_is_hidden_is_not_required_and_what_is_shown_is()
    {
        await using var app = await Asks();

        var asked = await app.Sends("/f/landing-page", Typed("hot"));
        var thanked = await app.Sends("/f/landing-page", Typed("cold"));

        Assert.Equal((422, 303), (asked.Status, thanked.Status));
        Assert.Equal("Fill in “Budget”", Assert.Single(asked.Summary).Message);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("program")]
    [InlineData("file")]
    public async Task A_hidden_answer_is_kept_and_not_sent(string way)
    {
        await using var app = await Asks();
        using var browser = await AdminBrowser.SignedIn(app);

        if (way == "page")
        {
            var thanks = await app.IsThanked("/f/landing-page", Typed("cold", "100"));
            Assert.Equal(("Later", null), (thanks.Fact("Interest"), thanks.Fact("Budget")));
        }
        else if (way == "program")
            Assert.Equal(201, (await app.Creates(JsonOf("cold", "100"), "landing-page")).Status);
        else
        {
            var columns = await browser.Matches($"email,interest,budget\n{Ann},Later,100\n", "landing-page");
            var review = await browser.Reviews(columns, ("interest", "customFields.interest"), ("budget", "customFields.budget"));
            await app.Reaches(await browser.BeginsNew(review), RunState.Done);
        }

        await app.IsDelivered(Ann);
        Assert.Equal(("cold", null), (SentCustom(app, "interest"), SentCustom(app, "budget")));
        Assert.Equal("100", await KeptCustom(app, "budget"));
        var lead = await browser.Gets(await app.PathOf(Ann));
        Assert.Equal("100", lead.Fact("Budget"));
        Assert.Contains("Not sent: a condition of the form hides this field", lead.Html.QuerySelectorAll(".compared .none").Select(cell => cell.TextContent));
        Assert.Equal("Later", lead.Fact("Interest"));
    }

    [Fact]
    public async Task A_shown_answer_is_sent()
    {
        await using var app = await Asks();

        var thanks = await app.IsThanked("/f/landing-page", Typed("hot", "100"));

        await app.IsDelivered(Ann);
        Assert.Equal(("100", "100"), (thanks.Fact("Budget"), SentCustom(app, "budget")));
    }

    [Theory]
    [InlineData("hot", "cold", null)]
    [InlineData("cold", "hot", "100")]
    public async Task After_a_correction_the_corrected_answer_decides(string first, string then, string? sent)
    {
        await using var app = await Asks();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        app.ReplyIo.State.Play(new(LeadCapture.Sandbox.Scene.Refuse, Calls: 1, Field: "email"));
        await app.IsThanked("/f/landing-page", Typed(first, "100"));
        await app.Reaches(Ann, DeliveryState.NeedsAttention);

        var page = await browser.Gets(await app.PathOf(Ann) + "/correction");
        Assert.Equal(("100", "Only if “Interest” is “Now”"),
            (page.CustomValueOf("budget"), page.Html.QuerySelector("[data-only-if]")!.TextContent));
        Assert.Null(page.Html.QuerySelector("[data-show-when]"));
        Assert.Equal(303, (await browser.SendsForm(page, "resubmit", (page.NameOfCustom("interest"), then), ("why", "called"))).Status);

        await app.IsDelivered(Ann);
        Assert.Equal((then, sent), (SentCustom(app, "interest"), SentCustom(app, "budget")));
        Assert.Equal("100", await KeptCustom(app, "budget"));
    }

    [Fact]
    public async Task A_condition_that_came_later_hides_nothing_that_was_asked_for()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form.And(Budget with { ShowWhen = null }));
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        app.ReplyIo.State.Play(new(LeadCapture.Sandbox.Scene.Refuse, Calls: 1, Field: "email"));
        await app.IsThanked("/f/landing-page", ("email", Ann), ("customFields[0].key", "budget"), ("customFields[0].value", "100"));
        await app.Reaches(Ann, DeliveryState.NeedsAttention);

        await app.Publishes("landing-page", form => form.Asking([.. form.Fields.Where(field => field.Key != "budget"), Interest, Budget]));
        await browser.Decides(await browser.Gets(await app.PathOf(Ann)), "resubmit");

        await app.IsDelivered(Ann);
        Assert.Equal("100", SentCustom(app, "budget"));
    }

    [Fact]
    public async Task A_hidden_address_is_not_the_lead_s()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form.Asking(
            Interest, ContactFields.Get("email") with { ShowWhen = IfHot }, ContactFields.Get("linkedInUrl")));

        var reached = await app.Sends("/f/landing-page",
            [.. Typed("cold"), ("email", "nobody@"), ("linkedInUrl", "https://www.linkedin.com/in/ann-made-up")]);
        var unreached = await app.Sends("/f/landing-page", Typed("cold"));

        Assert.Equal(303, reached.Status);
        await TestApp.Eventually(() => Task.FromResult(app.ReplyIo.State.Contacts.Count == 1), "a contact");
        Assert.DoesNotContain("nobody", app.ReplyIo.State.Contacts[0].Json, StringComparison.Ordinal);
        Assert.Null(await app.Query(db => db.Leads.Select(lead => lead.Email).SingleAsync()));
        Assert.Equal((422, "linkedInUrl"), (unreached.Status, Assert.Single(unreached.Summary).Id));
    }

    [Fact]
    public async Task What_cannot_be_kept_as_it_was_typed_is_no_reason_to_refuse_what_nobody_sees()
    {
        await using var app = await Asks(Budget with { Kind = FieldKinds.Text, MaxLength = 5 });
        using var browser = await AdminBrowser.SignedIn(app);

        await app.IsThanked("/f/landing-page", Typed("cold", "a lot \uFFFDof money"));

        Assert.Equal("a lot", await KeptCustom(app, "budget"));
        Assert.Contains("Shortened to 5 characters", (await browser.Gets(await app.PathOf(Ann))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_when_a_field_is_asked_for_and_a_script_can_follow_it()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with
        {
            Steps =
            [
                new() { Title = "You", Sections = [new() { Fields = [ContactFields.Get("email"), Interest] }] },
                new()
                {
                    Title = "More",
                    ShowWhen = new() { Any = [new() { Field = "interest", IsNot = "cold" }, new() { Field = "email", Contains = "@example" }] },
                    Sections = [new() { Heading = "Money", ShowWhen = IfHot, Fields = [Budget with { Hint = "In euros" }] }],
                },
            ],
        });

        var page = await app.Opens("/f/landing-page");

        Assert.Equal(
            [
                "Only if any of these is true: “Interest” is not “Later”; “Email address” contains “@example”",
                "Only if “Interest” is “Now”", "Only if “Interest” is “Now”",
            ], page.Html.QuerySelectorAll("[data-only-if]").Select(words => words.TextContent));
        var name = page.NameOfCustom("interest");
        Assert.Equal(
            [
                $$"""{"any":[{"field":"{{name}}","isNot":"cold"},{"field":"email","contains":"@example"}]}""",
                $$"""{"all":[{"field":"{{name}}","is":"hot"}]}""", $$"""{"all":[{"field":"{{name}}","is":"hot"}]}""",
            ], page.Html.QuerySelectorAll("[data-show-when]").Select(place => place.GetAttribute("data-show-when")));
        var budget = page.Html.QuerySelector($"[name='{page.NameOfCustom("budget")}']")!;
        Assert.Equal("Only if “Interest” is “Now” In euros", string.Join(' ', budget.GetAttribute("aria-describedby")!.Split(' ')
            .Select(id => page.Html.GetElementById(id)!.TextContent)));
    }

    [Fact]
    public async Task A_form_without_conditions_and_steps_has_nothing_to_follow()
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/contact");

        Assert.Null(page.Html.QuerySelector("[data-show-when], [data-step], [data-continue], [data-progress]"));
    }

    [Theory]
    [InlineData("""{ "field": "news", "is": "yes" }""", "Only if “News” is checked")]
    [InlineData("""{ "field": "news", "is": "no" }""", "Only if “News” is not checked")]
    [InlineData("""{ "field": "topics", "contains": "art" }""", "Only if “Topics” includes “Fine art”")]
    [InlineData("""{ "field": "topics", "empty": true }""", "Only if “Topics” is empty")]
    [InlineData("""{ "field": "topics", "empty": false }""", "Only if “Topics” is filled in")]
    [InlineData("""{ "field": "gone", "is": "x" }""", "Only if “gone” is “x”")]
    [InlineData("""{ "field": "news", "empty": true }, { "field": "topics", "is": "art" }""",
        "Only if all of these are true: “News” is not checked; “Topics” is “Fine art”")]
    public void A_condition_is_told_in_words(string tests, string words)
    {
        var form = new FormDefinition { Title = "Fair", Steps = [] }.Asking(
            new() { Key = "news", Kind = FieldKinds.Consent, Label = "News" },
            new() { Key = "topics", Kind = FieldKinds.Checkboxes, Label = "Topics", Options = [new("art", "Fine art")] });

        var condition = JsonSerializer.Deserialize<Condition>($$"""{ "all": [{{tests}}] }""", FormJson.Options);

        Assert.Equal(words, ConditionWords.Of(condition, form));
    }

    private static async Task<TestApp> Asks(Field? budget = null)
    {
        var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form.Asking(ContactFields.Get("email"), Interest, budget ?? Budget));
        return app;
    }

    private static (string, string)[] Typed(string interest, string budget = "") =>
    [
        ("email", Ann), ("customFields[0].key", "interest"), ("customFields[0].value", interest),
        ("customFields[1].key", "budget"), ("customFields[1].value", budget),
    ];

    private static string JsonOf(string interest, string budget) => JsonSerializer.Serialize(new
    {
        email = Ann,
        customFields = new[] { new { key = "interest", value = interest }, new { key = "budget", value = budget } },
    });

    private static string? SentCustom(TestApp app, string key) =>
        JsonNode.Parse(app.ReplyIo.State.Calls.Last(call => call.Method == "POST").Body)!["customFields"]?.AsArray()
            .Where(field => (string?)field!["key"] == key).Select(field => (string?)field!["value"]).SingleOrDefault();

    private static async Task<string?> KeptCustom(TestApp app, string key) =>
        SubmittedAnswers.Parse((await app.DeliveryOf(Ann)).Lead!.AnswersJson).CustomFields.Find(answer => answer.Key == key)?.Value;

    /// By its number where it was sent, else by its key.
    private static string KeyOf(string name, IEnumerable<string> sent)
    {
        var part = name.Split('[', ']')[1];
        return int.TryParse(part, out var number) ? sent.ElementAt(number) : part;
    }

    private static List<FormStep> StepsOf(JsonNode one)
    {
        var steps = one["steps"] ?? new JsonArray(new JsonObject
        {
            ["sections"] = new JsonArray(new JsonObject { ["fields"] = one["fields"]!.DeepClone() }),
        });
        FormStep address = new() { Sections = [new() { Fields = [ContactFields.Get("email")] }] };
        return [address, .. steps.AsArray().Select(step => new FormStep
        {
            ShowWhen = ConditionOf(step!),
            Sections = [.. step!["sections"]!.AsArray().Select(section => new FormSection
            {
                ShowWhen = ConditionOf(section!),
                Fields = [.. section!["fields"]!.AsArray().Select(field => new Field
                {
                    Key = (string)field!["key"]!,
                    Label = (string)field["key"]!,
                    Kind = FieldKinds.Find((string)field["kind"]!)!,
                    Options = [.. (field["options"]?.AsArray() ?? []).Select(option => new Option((string)option!, (string)option!))],
                    ShowWhen = ConditionOf(field),
                })],
            })],
        })];
    }

    private static Condition? ConditionOf(JsonNode part) => part["showWhen"].Deserialize<Condition>(FormJson.Options);

    private static string TextOf(JsonNode answer) =>
        answer is JsonArray chosen ? string.Join(", ", chosen.Select(one => (string)one!)) : (string)answer!;
}
