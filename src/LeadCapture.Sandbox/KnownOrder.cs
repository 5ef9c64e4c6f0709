using System.Globalization;
using System.Text.Json.Nodes;

namespace LeadCapture.Sandbox;

/// <summary>A contact that was there before, as it is ordered over HTTP.</summary>
internal static class KnownOrder
{
    private static readonly string[] Names =
        ["email", "firstName", "lastName", "title", "company", "phone", "linkedInUrl", "notes"];

    /// <returns>What is wrong with the order; null where it is done.</returns>
    public static FieldError? Read(Func<string, string?> value, SandboxState state)
    {
        var days = 365;
        if (value("days") is { } text &&
            !(int.TryParse(text, CultureInfo.InvariantCulture, out days) && days is >= 0 and < 36_500))
            return new("/days", "must be a whole number of days");

        var contact = new JsonObject();
        foreach (var name in Names)
            if (value(name) is { } given)
                contact[name] = given;
        if (contact.Count == 0)
            return new("/email", "is missing");

        try
        {
            state.Know(contact.ToJsonString(), state.Clock.Now.AddDays(-days));
            return null;
        }
        catch (FormatException wrong)
        {
            return new("", wrong.Message);
        }
    }
}
