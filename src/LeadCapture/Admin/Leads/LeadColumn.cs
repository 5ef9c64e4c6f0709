using LeadCapture.Forms;

namespace LeadCapture.Admin.Leads;

/// Told: for the reader alone; what stands there is not read back.
public enum ColumnKind { Unknown, Told, Id, Version, Property, Custom, MoreCustom }

/// A column of the file of leads, known by its heading. Name is the property or the key of the custom field.
public sealed record LeadColumn(string Heading, ColumnKind Kind, string Name = "")
{
    public const string Problem = "Problem";
    public const string CustomPrefix = "Custom: ";

    /// The delivery's state is not named "State": a contact has one, too.
    public static readonly IReadOnlyList<LeadColumn> Before =
    [
        .. ((string[])["Received", "Reference", "Delivery state", "Cause", "Reason", "Form", "Channel", "Page"])
            .Select(heading => new LeadColumn(heading, ColumnKind.Told)),
        .. ContactFields.All.Select(field => new LeadColumn(field.Label, ColumnKind.Property, field.Property!)),
    ];

    /// The first that is read back in.
    public static LeadColumn FirstAnswer { get; } = Before.First(column => column.Kind == ColumnKind.Property);

    /// For keys that have no column of their own: as JSON, because any key and value must fit.
    public static readonly LeadColumn MoreCustom = new("More custom fields (JSON)", ColumnKind.MoreCustom);

    public static readonly LeadColumn Version = new("Version", ColumnKind.Version);
    public static readonly LeadColumn Id = new("Lead ID", ColumnKind.Id);

    public static readonly IReadOnlyList<LeadColumn> After =
    [
        MoreCustom, .. TouchWords.Headings.Select(heading => new LeadColumn(heading, ColumnKind.Told)), new("Contact ID", ColumnKind.Told),
        new("Attempts", ColumnKind.Told), Version, Id,
    ];

    private static readonly IReadOnlyList<LeadColumn> Fixed = [.. Before, .. After, new(Problem, ColumnKind.Told)];

    /// Headings of files that earlier versions made.
    private static readonly Dictionary<string, string> Earlier = new(StringComparer.OrdinalIgnoreCase)
    {
        ["LinkedIn Sales Navigator address"] = "linkedInSalesNavigatorUrl",
        ["LinkedIn Recruiter address"] = "linkedInRecruiterUrl",
        ["Account number"] = "accountId",
    };

    public static LeadColumn Custom(string key) => new(CustomPrefix + key, ColumnKind.Custom, key);

    /// Properties also by their JSON names and by what their columns were called before.
    public static LeadColumn Of(string heading)
    {
        if (Fixed.FirstOrDefault(one => one.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase)) is { } column)
            return column;
        if (heading.StartsWith(CustomPrefix, StringComparison.OrdinalIgnoreCase) && heading.Length > CustomPrefix.Length)
            return Custom(heading[CustomPrefix.Length..]);
        return ContactFields.Find(Earlier.GetValueOrDefault(heading, heading)) is { } field
            ? new(heading, ColumnKind.Property, field.Property!)
            : new(heading, ColumnKind.Unknown);
    }

    /// The same for two columns that mean the same.
    public (ColumnKind, string) Meaning => (Kind, Name.ToUpperInvariant());
}
