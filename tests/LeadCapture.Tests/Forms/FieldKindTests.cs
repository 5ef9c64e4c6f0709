using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Forms;

/// What every kind of field can do, on every way that an answer takes. A new kind needs an example here.
public class FieldKindTests
{
    private const string Key = "extra";
    private const string Label = "Extra field";
    private static readonly (string, string) Why = ("why", "told by phone");
    private static readonly Option[] Options = [new("hot", "Right now"), new("warm", "In spring"), new("cold", "Just looking")];

    private static readonly Dictionary<string, KindExample> Examples = new()
    {
        ["text"] = new("Typed\ttext", "Typed text", "Typed text") { Wrong = new string('x', 501) },
        ["email"] = new("<Zoe@Example.org>", "Zoe@Example.org", "Zoe@Example.org") { Wrong = "zoe" },
        ["phone"] = new("tel:+49 30 123456", "+49 30 123456", "+49 30 123456") { Wrong = new string('1', 501) },
        ["url"] = new("example.org/a", "https://example.org/a", "https://example.org/a") { Wrong = "nowhere" },
        ["longText"] = new("one\ntwo", "one\ntwo", "one\ntwo") { Wrong = new string('x', 4001) },
        ["number"] = new("1.000,50", "1000.50", "1000.50") { Wrong = "many" },
        ["date"] = new("2026-03-31", "2026-03-31", "2026-03-31") { Wrong = "31.3.2026" },
        ["select"] = new("right now", "hot", "Right now") { Wrong = "never", Options = Options },
        ["radio"] = new("In spring", "warm", "In spring") { Wrong = "never", Options = Options },
        ["checkboxes"] = new("In spring,hot", "hot, warm", "Right now, In spring") { Wrong = "never", Options = Options },
        ["rating"] = new("★★★★", "4", "4 of 5") { Wrong = "6" },
        ["yesNo"] = new("on", "yes", "Yes") { Wrong = "maybe" },
        ["consent"] = new("on", "yes", "Yes") { Wrong = "maybe" },
        ["hidden"] = new("Spring mail", "Spring mail", "Spring mail"),
        ["country"] = new("Germany", "Germany", "Germany") { Wrong = new string('x', 501) },
        ["timeZone"] = new("W. Europe Standard Time", "Europe/Berlin", "Europe/Berlin") { Wrong = "Atlantis" },
    };

    public static TheoryData<string> Kinds => [.. FieldKinds.All.Select(kind => kind.Name)];

    [Fact]
    public void Every_class_is_known_by_its_name()
    {
        var classes = typeof(FieldKind).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FieldKind)) && !type.IsAbstract);

        Assert.Equal(classes, FieldKinds.All.Select(kind => kind.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.All(FieldKinds.All, kind => Assert.Same(kind, FieldKinds.Find(kind.Name)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_form_asks_and_sends_the_answer(string kind)
    {
        var example = Examples[kind];
        await using var app = await Asks(kind);

        Assert.Equal("", (await app.Opens("/f/landing-page")).CustomValueOf(Key) ?? "");
        var page = await app.IsThanked("/f/landing-page", Typed(example.Typed));

        Assert.Equal(FieldKinds.Find(kind)!.IsSeen ? example.Shown : null, page.Fact(Label));
        await app.IsDelivered(Ann);
        Assert.Equal(example.Kept, app.SentCustom(Key));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_program_s_answer_is_the_same(string kind)
    {
        var example = Examples[kind];
        await using var app = await Asks(kind);

        var created = await app.Creates(JsonWith(example.Typed), "landing-page");

        Assert.Equal(201, created.Status);
        Assert.Equal(example.Kept, app.SentCustom(Key));
        var fields = (await app.Asks("/api/forms/landing-page")).Body.GetProperty("fields").EnumerateArray();
        Assert.Equal(kind, fields.Single(field => field.TryGetProperty("key", out var key) && key.GetString() == Key)
            .GetProperty("kind").GetString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_wrong_stands_beside_it_and_nothing_typed_is_lost(string kind)
    {
        if (Examples[kind].Wrong is not { } wrong)
        {
            Assert.False(FieldKinds.Find(kind)!.IsSeen);
            return;
        }
        await using var app = await Asks(kind);

        var page = await app.Sends("/f/landing-page", Typed(wrong));
        var created = await app.Creates(JsonWith(wrong), "landing-page");

        Assert.Equal((422, 422), (page.Status, created.Status));
        Assert.Contains(page.Summary[0].Message, page.CustomErrorOf(Key), StringComparison.Ordinal);
        Assert.NotNull(page.Html.GetElementById(page.Summary[0].Id));
        Assert.Equal(page.Summary[0].Message, created.ErrorOf("customFields[0].value"));
        if (kind != "consent")
            Assert.Equal(wrong, page.CustomValueOf(Key));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_must_be_answered_is_asked_for(string kind)
    {
        await using var app = await Asks(kind, field => field with { Required = true });

        var page = await app.Sends("/f/landing-page", ("email", Ann));

        Assert.Equal(FieldKinds.Find(kind)!.IsSeen ? 422 : 303, page.Status);
        if (page.Status == 422)
            Assert.Contains(Assert.Single(page.Summary).Message, page.CustomErrorOf(Key), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_correction_takes_it_back_and_the_history_tells_it_in_words(string kind)
    {
        var example = Examples[kind];
        await using var app = await Asks(kind);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/landing-page", Typed(example.Typed));
        var path = await app.PathOf(Ann);

        var page = await browser.Gets(path + "/correction");
        Assert.Equal(example.Kept, Shown(page));
        Assert.Equal(303, (await browser.SendsForm(page, "save", (page.NameOfCustom(Key), ""), Why)).Status);

        var shown = await browser.Gets(path);
        Assert.Equal("Was: " + example.Shown, shown.Html.QuerySelector("[data-correction] del")!.TextContent);
        Assert.Equal("", Shown(await browser.Gets(path + "/correction")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_of_leads_comes_back_as_it_was(string kind)
    {
        await using var app = await Asks(kind);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/landing-page", Typed(Examples[kind].Typed));

        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv"));

        Assert.Equal(Examples[kind].Kept, sheet.Cell(Ann, "Custom: " + Key).TrimStart('\''));
        Assert.Equal(("0", "1", "0"), (await browser.Checks(sheet.Text())).Counts());
    }

    [Theory]
    [InlineData("radio")]
    [InlineData("yesNo")]
    [InlineData("rating")]
    public async Task What_was_chosen_can_be_taken_back_by_who_corrects_it(string kind)
    {
        await using var app = await Asks(kind);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/landing-page", Typed(Examples[kind].Typed));

        var page = await browser.Gets(await app.PathOf(Ann) + "/correction");

        Assert.Contains(page.Html.QuerySelectorAll($"input[name='{page.NameOfCustom(Key)}']"), input => input.GetAttribute("value") == "");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("", 2)]
    [InlineData("/embed", 1)]
    [InlineData("/embed", 2)]
    [InlineData("/booth", 1)]
    [InlineData("/booth", 2)]
    public async Task Every_kind_is_asked_and_sent_in_every_shape_and_step(string shape, int step)
    {
        await using var app = await TestApp.Start();
        FormSection address = new() { Fields = [ContactFields.Get("email")] };
        FormSection all = new()
        {
            Fields = [.. Examples.Select(one => new Field
            {
                Key = one.Key, Kind = FieldKinds.Find(one.Key)!, Label = $"The {one.Key}", Options = one.Value.Options,
            })],
        };
        FormSection[] sections = step == 1 ? [all, address] : [address, all];
        await app.Publishes("landing-page", form => form with
        {
            Steps = [.. sections.Select((section, place) => new FormStep { Title = $"Step {place}", Sections = [section] })],
        });

        var page = await app.Opens("/f/landing-page" + shape);
        var typed = Examples.ToDictionary(one => page.NameOfCustom(one.Key), one => one.Value.Typed);
        (string Name, string Value)[] kept = [.. page.Inputs.Where(input => !typed.ContainsKey(input.Name) && input.Name != "email")];
        var thanks = await app.IsThanked("/f/landing-page" + shape,
            [.. kept, ("email", Ann), .. typed.Select(one => (one.Key, one.Value))]);

        Assert.Equal(2, page.Html.QuerySelectorAll("[data-step]").Length);
        Assert.DoesNotContain(page.Html.QuerySelectorAll("[data-step]"), section => section.HasAttribute("hidden"));
        Assert.All(Examples.Where(one => one.Key != "hidden"), one => Assert.Equal(one.Value.Shown, thanks.Fact($"The {one.Key}")));
        await app.IsDelivered(Ann);
        Assert.All(Examples, one => Assert.Equal(one.Value.Kept, app.SentCustom(one.Key)));
    }

    [Fact]
    public async Task Several_boxes_are_one_answer_or_a_custom_field_each()
    {
        (string, string)[] boxes = [.. Typed("cold"), ("customFields[0].value", "hot")];
        await using var one = await Asks("checkboxes");
        await using var each = await Asks("checkboxes", field => field with { SendsEach = true });

        await one.IsThanked("/f/landing-page", boxes);
        await each.IsThanked("/f/landing-page", boxes);
        var page = await one.Sends("/f/landing-page", [.. boxes, ("email", "none")]);

        Assert.Equal("hot, cold", one.SentCustom(Key));
        Assert.Equal(("yes", null, "yes", null),
            (each.SentCustom("hot"), each.SentCustom("warm"), each.SentCustom("cold"), each.SentCustom(Key)));
        Assert.Equal(["hot", "cold"], page.Inputs.Where(input => input.Name == page.NameOfCustom(Key)).Select(input => input.Value));
        Assert.Equal(201, (await one.Creates(
            $$"""{"email":"bob@example.com","customFields":[{"key":"{{Key}}","value":["warm","cold"]}]}""", "landing-page")).Status);
    }

    private static async Task<TestApp> Asks(string kind, Func<Field, Field>? change = null)
    {
        var field = new Field { Key = Key, Kind = FieldKinds.Find(kind)!, Label = Label, Options = Examples[kind].Options };
        var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form.And(change?.Invoke(field) ?? field));
        return app;
    }

    /// What stands in the inputs of the field: several boxes have one name.
    private static string Shown(Page page) =>
        string.Join(", ", page.Inputs.Where(input => input.Name == page.NameOfCustom(Key)).Select(input => input.Value));

    private static (string, string)[] Typed(string text) =>
        [("email", Ann), ("customFields[0].key", Key), ("customFields[0].value", text)];

    private static string JsonWith(string text) => System.Text.Json.JsonSerializer.Serialize(
        new { email = Ann, customFields = new[] { new { key = Key, value = text } } });

    /// What somebody types, what is kept and sent for it, and how people read it. Wrong is not accepted.
    private sealed record KindExample(string Typed, string Kept, string Shown)
    {
        public string? Wrong { get; init; }
        public IReadOnlyList<Option> Options { get; init; } = [];
    }
}
