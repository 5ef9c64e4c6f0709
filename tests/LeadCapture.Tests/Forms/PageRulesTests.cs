using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Localization;
using LeadCapture.Shared;
using LeadCapture.Tests.Localization;
using Microsoft.Extensions.Primitives;

namespace LeadCapture.Tests.Forms;

/// A page refuses by the rules that the server gives it, and nothing that the server takes. rules.test.mjs holds the script to the same cases.
public class PageRulesTests
{
    private static readonly string File = Path.Combine(SourceTexts.Root, "../../wwwroot-assets/test/rules.json");
    private static readonly JsonNode Table = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// LEADCAPTURE_WRITE_RULES=1 writes the rules into the table; npm run format sets its lines.
    private static bool Writes => Environment.GetEnvironmentVariable("LEADCAPTURE_WRITE_RULES") == "1";

    public static TheoryData<string> Forms => [.. Table["forms"]!.AsArray().Select(form => (string)form!["form"]!)];

    public static TheoryData<string, string> Cases =>
    [
        .. from form in Table["forms"]!.AsArray()
           from one in form["cases"]!.AsArray()
           select ((string)form["form"]!, (string)one["what"]!),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_table_has_the_rules_of_its_forms(string form)
    {
        var rules = PageRules.Of(DefinitionOf(form)).ToJson();
        if (Writes)
            lock (Table)
            {
                FormOf(form)["rules"] = JsonNode.Parse(rules);
                System.IO.File.WriteAllText(File, Table.ToJsonString(Indented));
            }

        Assert.Equal(rules, FormOf(form)["rules"]!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    /// Left: what the server alone can tell.
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_server_says_what_the_page_says(string form, string what)
    {
        var one = FormOf(form)["cases"]!.AsArray().Single(one => (string)one!["what"]! == what)!;
        var definition = DefinitionOf(form);

        var problems = ProblemsOf(definition, one["answers"]!.AsObject());

        Assert.Equal(Pairs(one["problems"]).Concat(Pairs(one["left"])).Order(), problems.Order());
    }

    [Fact]
    public void Every_kind_of_field_has_cases() => Assert.Empty(FieldKinds.All.Select(kind => kind.Name)
        .Except(Forms.SelectMany(form => DefinitionOf(form.Data).Fields).Select(field => field.Kind.Name)));

    [Fact]
    public void Sentences_are_in_the_language_of_the_visitor()
    {
        var before = CurrentUICulture;
        CurrentUICulture = GetCultureInfo(Texts.TestLanguage);
        try
        {
            var rule = PageRules.Of(DefinitionOf("all kinds")).Fields[0];

            Assert.StartsWith("⟦", rule.TooLong, StringComparison.Ordinal);
            Assert.StartsWith("⟦", rule.Wrong, StringComparison.Ordinal);
        }
        finally
        {
            CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("[A-Z]{2}-\\d+", true)]
    [InlineData("(?:DE|AT)?[0-9]{9}", true)]
    [InlineData("(a+)+", false)]
    [InlineData("(?i)abc", false)]
    [InlineData("(?=x)x", false)]
    [InlineData("\\p{L}+", false)]
    [InlineData("[a-z-[aeiou]]+", false)]
    [InlineData("ä+", false)]
    [InlineData("(a)\\1", false)]
    public void Only_a_pattern_that_means_the_same_to_browsers_is_theirs_to_check(string pattern, bool isGiven)
    {
        var form = new FormDefinition { Title = "Fair", Steps = [] } with
        {
            Steps = [new() { Sections = [new() { Fields = [new() { Key = "code", Kind = FieldKinds.Text, Label = "Code", Pattern = pattern }] }] }],
        };

        Assert.Equal(isGiven, PageRules.Of(form).Fields[0] is { Pattern: not null, Misfit: not null });
    }

    private static JsonNode FormOf(string form) => Table["forms"]!.AsArray().Single(one => (string)one!["form"]! == form)!;

    private static FormDefinition DefinitionOf(string form) => FormJson.ReadFile(new JsonObject
    {
        ["schema"] = 1,
        ["title"] = "Fair",
        ["steps"] = FormOf(form)["steps"]!.DeepClone(),
    }.ToJsonString());

    /// As a browser posts it: of each name the first problem stands beside the input.
    private static IEnumerable<(string Name, string Message)> ProblemsOf(FormDefinition form, JsonObject answers)
    {
        List<KeyValuePair<string, StringValues>> posted =
        [
            .. form.Fields.Where(field => field.Key is not null)
                .Select((field, place) => KeyValuePair.Create($"customFields[{place}].key", new StringValues(field.Key))),
            .. form.Fields.Where(field => field.Key is not null)
                .Select((_, place) => $"customFields[{place}].value").Concat(form.Fields.Select(field => field.Property).OfType<string>())
                .Select(name => KeyValuePair.Create(name, ValuesOf(answers[name]))),
        ];
        var submission = Tidying.Of(form, PostedForm.Read(posted));
        return FormRules.Of(form).Validate(submission).Errors.DistinctBy(error => error.PropertyName)
            .Select(error => (error.PropertyName, error.ErrorMessage));
    }

    private static StringValues ValuesOf(JsonNode? answer) => answer switch
    {
        null => "",
        JsonArray boxes => boxes.Select(box => (string)box!).ToArray(),
        _ => (string)answer!,
    };

    private static IEnumerable<(string, string)> Pairs(JsonNode? problems) =>
        (problems?.AsArray() ?? []).Select(problem => ((string)problem![0]!, (string)problem[1]!));
}
