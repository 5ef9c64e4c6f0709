using System.Globalization;

namespace LeadCapture.Sandbox;

/// <summary>A sequence or a list that is added, changed or removed, and a contact that opts out, as they are ordered over HTTP.</summary>
internal static class SequenceOrder
{
    public const string Gone = "Removed";

    /// <returns>What is wrong with the order; null where it is done.</returns>
    public static FieldError? Read(Func<string, string?> value, SandboxState state)
    {
        var sequenceState = SequenceState.Active;
        var isGone = Gone.Equals(value("state"), StringComparison.OrdinalIgnoreCase);
        if (!isGone && value("state") is { } given && !SceneOrder.Is(given, out sequenceState))
            return new("/state", $"{SceneOrder.NoneOf<SequenceState>("state").Detail}, {Gone}");

        switch (value("id"), value("name"))
        {
            case (null, null):
                return new("/name", "is missing");
            case (null, { } name):
                state.AddSequence(name, sequenceState);
                return null;
            case var (id, _):
                var isDone = Id(id) is { } known && (isGone ? state.RemoveSequence(known) : state.ChangeSequence(known, sequenceState));
                return isDone ? null : new("/id", "is no sequence, or one that contacts join by a rule and that cannot be removed");
        }
    }

    /// <returns>What is wrong with the order; null where it is done.</returns>
    public static FieldError? ReadList(Func<string, string?> value, SandboxState state)
    {
        switch (value("id"), value("name"))
        {
            case (null, null):
                return new("/name", "is missing");
            case (null, { } name):
                state.AddList(name, value("shared") == "true");
                return null;
            case var (id, _):
                return Id(id) is { } known && state.RemoveList(known) ? null : new("/id", "is no list");
        }
    }

    /// <returns>What is wrong with the order; null where it is done.</returns>
    public static FieldError? ReadOptOut(Func<string, string?> value, SandboxState state) =>
        value("email") is { } email && state.OptOut(email) ? null : new("/email", "is no email of a contact");

    private static int? Id(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;
}
