using LeadCapture.Admin.Audit;
using LeadCapture.Forms;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Forms;

/// A form goes out as a file and comes in again, on the command line.
public sealed class FormFileTests : IDisposable
{
    private const string Fair =
        """
        {
          "schema": 1, "slug": "fair", "title": "Fair", "confirmation": "summary", "sites": ["https://www.example.com"],
          "steps": [ { "title": "", "sections": [ { "heading": "You", "fields": [
            { "property": "email", "kind": "email", "label": "Work email", "required": true },
            { "key": "interest", "kind": "radio", "label": "Interest", "options": [ { "value": "hot", "label": "Now" } ] } ] } ] } ],
          "opensAt": null, "existingContact": "create", "language": "en"
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("leadcapture-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("contact")]
    [InlineData("event-booth")]
    [InlineData("landing-page")]
    public async Task A_form_comes_back_byte_for_byte(string slug)
    {
        await using var app = await TestApp.Start();

        var (_, exported) = await app.Runs("forms", "export", slug);
        var (imported, said) = await app.Runs("forms", "import", File(exported.Replace("\"title\": \"", "\"title\": \"New: ")), "--publish");
        var (_, again) = await app.Runs("forms", "export", slug);

        Assert.Equal((0, $"Version 2 of {slug} is published. Visitors see it within 10 seconds.\n"), (imported, said));
        Assert.Equal(exported.Replace("\"title\": \"", "\"title\": \"New: "), again);
        Assert.Equal((0, $"Version 2 of {slug} is published. Visitors see it within 10 seconds.\n"),
            await app.Runs("forms", "import", File(again), "--publish"));
    }

    [Fact]
    public async Task A_new_form_is_a_draft_until_it_is_published()
    {
        await using var app = await TestApp.Start();

        var (_, saved) = await app.Runs("forms", "import", File(Fair));
        var (_, listed) = await app.Runs("forms", "list");
        app.Services.GetRequiredService<FormCatalog>().Forget();
        var draft = await app.Opens("/f/fair");
        await app.Runs("forms", "import", File(Fair), "--publish");
        app.Services.GetRequiredService<FormCatalog>().Forget();
        var page = await app.IsThanked("/f/fair", Visits.Email, ("customFields[0].key", "interest"), ("customFields[0].value", "Now"));

        Assert.Contains("draft", saved, StringComparison.Ordinal);
        Assert.Contains("fair\tnot published\tFair\n", listed, StringComparison.Ordinal);
        Assert.Equal((404, "Now"), (draft.Status, page.Fact("Interest")));
        Assert.Equal("hot", app.SentCustom("interest"));
        var acts = await app.Query(db => db.AuditEntries.Where(entry => entry.SubjectId == "fair").Select(entry => entry.Act).ToListAsync());
        Assert.Equal([AuditAction.ImportedForm, AuditAction.PublishedForm], acts);
    }

    [Fact]
    public async Task A_custom_field_may_have_the_name_of_a_property()
    {
        await using var app = await TestApp.Start();
        await app.Runs("forms", "import", File(Fair.Replace("\"key\": \"interest\"", "\"key\": \"email\"")), "--publish");
        app.Services.GetRequiredService<FormCatalog>().Forget();

        var page = await app.Opens("/f/fair");
        var thanks = await app.IsThanked("/f/fair", Visits.Email, ("customFields[0].key", "email"), ("customFields[0].value", "hot"));

        Assert.Equal(["Work email (required)", "Interest"], page.Html.QuerySelectorAll(".form-label").Select(label => label.TextContent));
        Assert.Equal(("ann@example.com", "Now"), (thanks.Fact("Work email"), thanks.Fact("Interest")));
    }

    [Theory]
    [InlineData("not JSON", "line 1")]
    [InlineData("[]", "A form is a JSON object")]
    [InlineData("""{"schema":2}""", "schema: This form is of schema 2")]
    [InlineData("\"slug\": \"fair\", ", "", "slug: ")]
    [InlineData("\"fair\"", "\"a/b\"", "slug: Use up to 80 lowercase letters")]
    [InlineData("\"title\": \"Fair\", ", "", "title")]
    [InlineData("\"title\": \"Fair\"", "\"title\": \"\"", "title: Enter a title")]
    [InlineData("\"kind\": \"radio\"", "\"kind\": \"slider\"", "steps[0].sections[0].fields[1].kind: must be one of text, email")]
    [InlineData("\"key\": \"interest\"", "\"key\": \"EMAIL\", \"property\": \"email\"", "steps[0].sections[0].fields[1].property: Give the field")]
    [InlineData("\"key\": \"interest\"", "\"property\": \"shoeSize\"", "“shoeSize” is not a contact property")]
    [InlineData("\"key\": \"interest\"", "\"key\": \" x\"", "fields[1].key: Use a key of up to 90 characters")]
    [InlineData("\"property\": \"email\"", "\"property\": \"city\"", "Reply.io needs one of them")]
    [InlineData("[ { \"value\": \"hot\", \"label\": \"Now\" } ]", "[]", "fields[1].options: Add at least one option")]
    [InlineData("\"required\": true", "\"pattern\": \"(\"", "fields[0].pattern: This is not a regular expression")]
    [InlineData("\"required\": true", "\"shape\": 1", "“shape” is not a known setting")]
    [InlineData("\"language\": \"en\"", "\"language\": \"klingon\"", "language: Use a language like de or pt-BR")]
    [InlineData("\"steps\": [", "\"steps\": [ null,", "steps[0]: Nothing stands here")]
    [InlineData("\"required\": true", "\"showWhen\": { \"all\": [ null ] }", "steps[0].sections[0].fields[0].showWhen.all[0]: Nothing stands here")]
    [InlineData("https://www.example.com", "https://www.example.com/; script-src *", "sites[0]: Enter a site")]
    [InlineData("https://www.example.com", "https://*.example.com:99999", "sites[0]: Enter a site")]
    public async Task A_file_that_is_no_form_is_refused_at_its_place(string from, string to, string? problem = null)
    {
        await using var app = await TestApp.Start();

        var text = problem is null ? from : Fair.Replace(from, to, StringComparison.Ordinal);
        var (exitCode, said) = await app.Runs("forms", "import", File(text), "--publish");

        Assert.Equal(1, exitCode);
        Assert.Contains(problem ?? to, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Equal(3, await app.Query(db => db.Forms.CountAsync()));
    }

    [Theory]
    [InlineData("""{}""", "Use either all or any, and not both")]
    [InlineData("""{ "all": [], "any": [] }""", "Use either all or any, and not both")]
    [InlineData("""{ "all": [] }""", "Use 1 to 20 tests. There are 0")]
    [InlineData("""{ "any": [*21] }""", "Use 1 to 20 tests. There are 21")]
    [InlineData("""{ "all": [{ "field": "interest" }] }""", "The test of “interest” needs exactly one of is, isNot, contains, and empty")]
    [InlineData("""{ "all": [{ "field": "interest", "is": "hot", "empty": false }] }""", "The test of “interest” needs exactly one of")]
    [InlineData("""{ "all": [{ "field": "interest", "is": " " }] }""", "The test of “interest” needs a value of 1 to 500 characters")]
    [InlineData("""{ "all": [{ "field": "interest", "is": "cold" }] }""", "“cold” is not an answer to “interest”")]
    [InlineData("""{ "all": [{ "field": "shoes", "is": "red" }] }""", "“shoes” is not a field of this form")]
    [InlineData("""{ "all": [{ "field": "budget", "empty": true }] }""", "“budget” can't depend on its own answer")]
    [InlineData("""{ "all": [{ "field": "later", "empty": true }] }""", "“later” does not stand before this")]
    public async Task A_condition_that_cannot_be_followed_is_refused_at_its_place(string condition, string problem)
    {
        await using var app = await TestApp.Start();
        var test = """{ "field": "interest", "is": "hot" }""";
        condition = condition.Replace("*21", string.Join(',', Enumerable.Repeat(test, 21)), StringComparison.Ordinal);

        var (exitCode, said) = await app.Runs("forms", "import", File(WithCondition(condition)), "--publish");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("steps[0].sections[0].fields[2].showWhen: " + problem, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"heading\": \"You\"", "steps[0].sections[0].showWhen: “email” does not stand before this")]
    [InlineData("\"title\": \"\"", "steps[0].showWhen: “email” does not stand before this")]
    public async Task A_section_and_a_step_ask_only_about_fields_before_them(string place, string problem)
    {
        await using var app = await TestApp.Start();
        var condition = "\"showWhen\": { \"all\": [{ \"field\": \"email\", \"empty\": false }] }";

        var (exitCode, said) = await app.Runs("forms", "import", File(Fair.Replace(place, $"{place}, {condition}")), "--publish");

        Assert.Equal(1, exitCode);
        Assert.StartsWith(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_comes_back_byte_for_byte()
    {
        await using var app = await TestApp.Start();
        var condition = """{ "any": [{ "field": "interest", "is": "Now" }, { "field": "EMAIL", "empty": false }, { "field": "email", "contains": "@" }] }""";

        var (refused, _) = await app.Runs("forms", "import", File(WithCondition(condition)), "--publish");
        var (imported, _) = await app.Runs("forms", "import", File(WithCondition(condition.Replace("EMAIL", "email"))), "--publish");
        var (_, exported) = await app.Runs("forms", "export", "fair");
        await app.Runs("forms", "import", File(exported), "--publish");

        Assert.Equal((1, 0), (refused, imported));
        Assert.Contains("\"is\": \"Now\"", exported, StringComparison.Ordinal);
        Assert.Equal((0, exported), await app.Runs("forms", "export", "fair"));
    }

    private static string WithCondition(string condition) => Fair.Replace("""[ { "value": "hot", "label": "Now" } ] }""",
        $$"""
        [ { "value": "hot", "label": "Now" } ] },
        { "key": "budget", "kind": "number", "label": "Budget", "showWhen": {{condition}} }, { "key": "later", "kind": "text", "label": "Later" }
        """);

    [Fact]
    public async Task A_form_with_too_many_fields_is_refused()
    {
        await using var app = await TestApp.Start();
        var field = """{ "key": "k#", "kind": "text", "label": "K" }""";
        var many = string.Join(',', Enumerable.Range(0, 300).Select(number => field.Replace("#", number.ToString(InvariantCulture))));

        var (exitCode, said) = await app.Runs("forms", "import", File(Fair.Replace("\"fields\": [", $"\"fields\": [{many},")));

        Assert.Equal((1, "steps: A form can have up to 200 fields. This one has 302\n"), (exitCode, said));
    }

    [Fact]
    public async Task The_schema_of_forms_is_the_one_in_the_docs()
    {
        var (exitCode, schema) = await CommandLine.Run("forms", "schema");

        Assert.Equal(0, exitCode);
        Assert.True(schema == await System.IO.File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "form.schema.json"), TestContext.Current.CancellationToken),
            "Write it again: dotnet run --project src/LeadCapture -- forms schema > docs/form.schema.json");
    }

    [Fact]
    public async Task A_form_of_the_first_schema_is_read_and_rewritten()
    {
        const string First = """
            {"title":"Old","submitLabel":"Go","confirmation":"Contact","allowedSites":["https://a.example"],
             "fields":[{"property":"email","kind":"Email","label":"Mail","section":"You"},{"property":"city","kind":"Text","label":"Town"},
                       {"key":"demo","kind":"YesNo","label":"A demo?","section":"More"}]}
            """;
        var before = await TestApp.Start();
        await before.Query(db => db.Set<FormVersion>().Where(version => version.FormId == 1)
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.Definition, First)));
        before.Services.GetRequiredService<FormCatalog>().Forget();
        await before.Stop();

        await using var app = await TestApp.Start(new TestAppPlan { Continues = before });
        var page = await app.Opens("/f/contact");
        var stored = await app.Query(db => db.Set<FormVersion>().SingleAsync(version => version.FormId == 1));

        Assert.Equal(["You", "More"], page.Html.QuerySelectorAll("fieldset.section > legend").Select(legend => legend.TextContent));
        Assert.Equal(["email", "city"], page.Inputs.Select(input => input.Name).Where(name => name is "email" or "city"));
        Assert.StartsWith("{\"schema\":1,\"title\":\"Old\"", stored.Definition, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_newer_version_stops_the_start_with_one_line()
    {
        var before = await TestApp.Start();
        await before.Query(db => db.Set<FormVersion>().Where(version => version.FormId == 1)
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.Definition,
                version => version.Definition.Replace("\"kind\":\"email\"", "\"kind\":\"hologram\""))));
        await before.Stop();

        var (exitCode, error) = await TestProgram.Refusal(before);

        Assert.Equal(1, exitCode);
        Assert.Equal(1, error.TrimEnd().Count(letter => letter == '\n') + 1);
        Assert.StartsWith("Form contact, version 1: steps[0].sections[0].fields[2].kind: must be one of text, ", error, StringComparison.Ordinal);
        Assert.EndsWith("Start the LeadCapture version that published this form, or restore a backup.\n", error, StringComparison.Ordinal);
        await before.DisposeAsync();
    }

    private string File(string text)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".json");
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
