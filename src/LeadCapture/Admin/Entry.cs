using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using static LeadCapture.Admin.AdminText;

namespace LeadCapture.Admin;

/// One input of an admin form with all that belongs to it; see _Entry.cshtml. Its error is the one noted under its name.
public sealed record Entry(string Name, string Label, string? Value = null)
{
    public string Type { get; init; } = "text";
    public string Hint { get; init; } = "";
    public string? Autocomplete { get; init; } = "off";
    public string? InputMode { get; init; }
    public string? Placeholder { get; init; }

    /// Choices make it a list to choose from.
    public IReadOnlyList<(string Value, string Label)>? Choices { get; init; }

    /// More lines than one make it a text area.
    public int Lines { get; init; } = 1;

    public string Id { get; init; } = Name;
    public string HintId => Id + "-hint";
    public string ErrorId => Id + "-error";

    /// What is wrong with a value that is saved all the same.
    public string? Problem { get; init; }

    /// With another hint, before its own.
    public Entry With(string hint) => this with { Hint = Hint == "" ? hint : hint + " " + Hint };

    public string? Error(ModelStateDictionary state) =>
        state.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : Problem;

    public string? DescribedBy(ModelStateDictionary state)
    {
        string?[] ids = [Hint == "" ? null : HintId, Error(state) is null ? null : ErrorId];
        return string.Join(' ', ids.OfType<string>()) is { Length: > 0 } text ? text : null;
    }
}

/// Lists by the key of the last row, never by number: a page far back costs as little as the first, and nothing is skipped.
public sealed record Pager(RouteLink? First, RouteLink? Next)
{
    public (string First, string Next) Words { get; init; } = (T["Newest"], T["Older"]);
}

/// A state as icon, word and tone.
public sealed record Pill(string Word, string Icon, string Tone = "");
