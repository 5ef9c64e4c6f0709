using System.Collections.Frozen;

namespace LeadCapture.Forms.Fields;

public static class FieldKinds
{
    public static readonly FieldKind Text = new TextKind();
    public static readonly FieldKind Email = new EmailKind();
    public static readonly FieldKind Phone = new PhoneKind();
    public static readonly FieldKind Url = new UrlKind();
    public static readonly FieldKind LongText = new LongTextKind();
    public static readonly FieldKind Number = new NumberKind();
    public static readonly FieldKind Date = new DateKind();
    public static readonly FieldKind Select = new SelectKind();
    public static readonly FieldKind Radio = new RadioKind();
    public static readonly FieldKind Checkboxes = new CheckboxesKind();
    public static readonly FieldKind Rating = new RatingKind();
    public static readonly FieldKind YesNo = new YesNoKind();
    public static readonly FieldKind Consent = new ConsentKind();
    public static readonly FieldKind Hidden = new HiddenKind();
    public static readonly FieldKind Country = new CountryKind();
    public static readonly FieldKind TimeZone = new TimeZoneKind();

    public static IReadOnlyList<FieldKind> All { get; } =
    [
        Text, Email, Phone, Url, LongText, Number, Date, Select, Radio, Checkboxes, Rating, YesNo, Consent, Hidden, Country,
        TimeZone,
    ];

    private static readonly FrozenDictionary<string, FieldKind> ByName =
        All.ToFrozenDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);

    public static FieldKind? Find(string name) => ByName.GetValueOrDefault(name);
}
