using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// A time zone, by its IANA name or by that of another tool.
public sealed class TimeZoneKind : FieldKind
{
    public override string Name => "timeZone";

    public override IReadOnlyList<string> Suggestions => TimeZones.All;

    public override string Normalize(Field field, string value) => TimeZones.Find(value) ?? value;

    public override string? ProblemOf(Field field, string value) =>
        TimeZones.Find(value) is null ? T["Choose a time zone from the list, like Europe/Berlin"].Value : null;
}
