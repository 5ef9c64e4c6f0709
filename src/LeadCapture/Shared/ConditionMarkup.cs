using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using Microsoft.AspNetCore.Html;

namespace LeadCapture.Shared;

/// The conditions of a form in its page: in words, and for the script, which finds answers by the names of their inputs. Where leads are
/// corrected, everything stays in sight.
public sealed class ConditionMarkup(FormPage page)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// Of what is shown only then. Razor itself writes an attribute of data also where it is empty.
    public static IHtmlContent Attribute(string? script) => script is null
        ? HtmlString.Empty
        : new HtmlString($"data-show-when=\"{HtmlEncoder.Default.Encode(script)}\"");

    public string? Words(Condition? condition) => ConditionWords.Of(condition, page.Form);

    public string? Script(Condition? condition) => condition is not { Tests.Count: > 0 } || page.Shape == FormShape.Correction
        ? null
        : JsonSerializer.Serialize(
            new Condition { All = Named(condition.All), Any = condition.All is null ? Named(condition.Any) : null }, Json);

    public FormInput Of(FormInput input) => input.Field.ShowWhen is { } condition
        ? input with { ShowWhen = Script(condition), OnlyIf = Words(condition) }
        : input;

    private List<AnswerTest>? Named(IEnumerable<AnswerTest>? tests) => tests?.Select(Named).ToList();

    private AnswerTest Named(AnswerTest test)
    {
        var field = Conditions.Meant(test.Field, page.Form.Fields);
        return Conditions.Spelled(test, field) with { Field = NameOf(field) };
    }

    private string NameOf(Field? field) => field is null ? ""
        : page.Inputs.FirstOrDefault(input => input.Field.Property == field.Property && input.Field.Key == field.Key)?.Name ?? "";
}
