using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms.Numbers;

/// How often something happened with a form on a day of UTC. Nothing in it is about a person.
public sealed class FormCount
{
    public int FormId { get; init; }

    /// As a number that people read: 20260331.
    public required int Day { get; init; }

    public required Counted What { get; init; }

    /// Page, Embed, Booth or Api.
    public required string Channel { get; init; }

    /// The campaign of a view, a start or a send; the field of a stop; the most seconds of a time.
    public required string Name { get; init; }

    public required long Count { get; init; }

    public static int DayOf(DateOnly date) => date.Year * 10_000 + date.Month * 100 + date.Day;

    public static DateOnly DateOf(int day) => new(day / 10_000, day / 100 % 100, day % 100);

    /// A custom field may have the name of a property.
    public static string NameOf(Field field) => field.Property ?? ":" + field.Key;
}
