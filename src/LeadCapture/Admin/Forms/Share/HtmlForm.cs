using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Forms.Share;

/// A form as plain HTML for a page of one's own: no script, no style.
public sealed class HtmlForm
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder html = new();
    private int rows;

    public static string Of(FormDefinition form, string address)
    {
        var page = new HtmlForm();
        page.Line($"<form action=\"{Attribute(address)}\" method=\"post\" accept-charset=\"utf-8\">");
        foreach (var field in form.Fields)
            page.Add(field);
        page.Line($"  <p><button>{Encoder.Encode(form.SubmitLabel)}</button></p>");
        return page.html.Append("</form>").ToString();
    }

    private void Add(Field field)
    {
        var name = NameOf(field);
        if (!field.Kind.IsSeen)
        {
            Line($"  <input type=\"hidden\"{Pair("name", name)}{Pair("value", field.Default)}>");
            return;
        }
        var label = Encoder.Encode(field.ShownLabel);
        switch (field.Kind)
        {
            case ConsentKind:
                Line($"  <p><label>{Box("checkbox", name, YesOrNo.Yes.Value, field.Required)} {label}</label></p>");
                break;
            case LongTextKind:
                Line($"  <p><label>{label} <textarea{Pair("name", name)}{Required(field)}>{Encoder.Encode(field.Default)}</textarea></label></p>");
                break;
            case SelectKind:
                Select(field, name, label);
                break;
            default:
                if (field.Choices.Count > 0)
                    Choices(field, name, label);
                else
                    Line($"  <p><label>{label} {Input(field, name)}</label></p>");
                break;
        }
    }

    private void Select(Field field, string name, string label)
    {
        Line($"  <p><label>{label} <select{Pair("name", name)}{Required(field)}>");
        Line("    <option value=\"\"></option>");
        foreach (var option in field.Choices)
            Line($"    <option{Pair("value", option.Value)}>{Encoder.Encode(option.Label)}</option>");
        Line("  </select></label></p>");
    }

    /// Of several boxes none must be ticked by itself; a browser asks for one of several buttons.
    private void Choices(Field field, string name, string label)
    {
        var type = field.Kind is CheckboxesKind ? "checkbox" : "radio";
        Line($"  <fieldset><legend>{label}</legend>");
        foreach (var option in field.Choices)
            Line($"    <label>{Box(type, name, option.Value, field.Required && type == "radio")} {Encoder.Encode(option.Label)}</label>");
        Line("  </fieldset>");
    }

    /// A custom field names its key beside it.
    private string NameOf(Field field)
    {
        if (field.Property is { } property)
            return property;
        var row = $"customFields[{rows++.ToString(InvariantCulture)}]";
        Line($"  <input type=\"hidden\" name=\"{row}.key\"{Pair("value", field.Key!)}>");
        return row + ".value";
    }

    private static string Input(Field field, string name) =>
        $"<input{Pair("type", field.Kind.TraitsOf(field, "").Type)}{Pair("name", name)}{(field.Default == "" ? "" : Pair("value", field.Default))}"
        + $"{Required(field)}>";

    private static string Box(string type, string name, string value, bool required) =>
        $"<input type=\"{type}\"{Pair("name", name)}{Pair("value", value)}{(required ? " required" : "")}>";

    private static string Required(Field field) => field.Required ? " required" : "";

    private static string Pair(string name, string value) => $" {name}=\"{Attribute(value)}\"";

    private static string Attribute(string value) => Encoder.Encode(value);

    private void Line(string text) => html.Append(text).Append('\n');
}
