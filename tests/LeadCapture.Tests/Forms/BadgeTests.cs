using System.Text.Json.Nodes;
using LeadCapture.Forms;
using LeadCapture.Tests.Localization;

namespace LeadCapture.Tests.Forms;

/// What the script reads from badges (badge.test.mjs) goes into a form as it is.
public class BadgeTests
{
    public static TheoryData<string> Names => [.. Badges.Select(badge => (string)badge!["name"]!)];

    private static JsonArray Badges { get; } =
        JsonNode.Parse(File.ReadAllText(Path.Combine(SourceTexts.Root, "../../wwwroot-assets/test/badges.json")))!.AsArray();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_takes_all_that_a_badge_says(string name)
    {
        var fields = Badges.Single(badge => (string)badge!["name"]! == name)!["fields"]!.AsObject()
            .ToDictionary(field => field.Key, field => (string)field.Value!);
        var form = new FormDefinition { Title = "Fair", Steps = [] };

        var problems = FormRules.Of(form).Validate(new Submission { Properties = fields }).Errors
            .Where(problem => problem.ErrorMessage != FormRules.Unreachable);

        Assert.Empty(problems.Select(problem => $"{problem.PropertyName}: {problem.ErrorMessage}"));
        Assert.All(fields, field => Assert.Equal(field.Value, InputNormalizer.Clean(field.Value)));
        Assert.All(fields.Keys, property => Assert.NotNull(ContactFields.Find(property)));
    }
}
