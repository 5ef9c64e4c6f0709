using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms;

/// The rules of a form that its page can check without the server, each with what the server would say, in the visitor's language
/// (rules.js). What only the server can tell, the page lets pass: it refuses nothing that the server would take.
public sealed record PageRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required IReadOnlyList<PageRule> Fields { get; init; }

    /// Said where there is neither an email address nor a LinkedIn profile; null: one of them comes along with the page.
    public string? Unreachable { get; init; }

    public static PageRules Of(FormDefinition form) => new()
    {
        Fields =
        [
            .. from step in form.Steps
               from section in step.Sections
               from field in section.Fields
               where IsAnswered(field)
               select PageRule.Of(field, NameOf(field, form)) with
               {
                   ShowWhen = ConditionsOf([step.ShowWhen, section.ShowWhen, field.ShowWhen], form),
               },
        ],
        Unreachable = form.Fields.Any(field => IsAddress(field) && !IsAnswered(field)) ? null : FormRules.Unreachable,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static bool IsAnswered(Field field) => field.Kind.IsSeen && field.Source != AnswerSource.Fixed;

    private static bool IsAddress(Field field) => field.Property is "email" or WebAddress.LinkedInProperty;

    /// Of its input: a form's own custom fields are numbered from 0.
    private static string NameOf(Field field, FormDefinition form) => field.Property ?? string.Create(InvariantCulture,
        $"customFields[{form.Fields.Where(one => one.Key is not null).TakeWhile(one => !ReferenceEquals(one, field)).Count()}].value");

    /// All must hold.
    private static List<Condition>? ConditionsOf(IEnumerable<Condition?> conditions, FormDefinition form)
    {
        var named = conditions.OfType<Condition>().Where(condition => condition.Tests.Count > 0)
            .Select(condition => Named(condition, form)).ToList();
        return named.Count > 0 ? named : null;
    }

    private static Condition Named(Condition condition, FormDefinition form)
    {
        IReadOnlyList<AnswerTest> tests = [.. condition.Tests.Select(test => Named(test, form))];
        return condition.All is not null ? new() { All = tests } : new() { Any = tests };
    }

    private static AnswerTest Named(AnswerTest test, FormDefinition form)
    {
        var field = Conditions.Meant(test.Field, form.Fields);
        return Conditions.Spelled(test, field) with { Field = field is null ? "" : NameOf(field, form) };
    }
}
