using System.Globalization;
using LeadCapture.ReplyIo;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms;

/// Reply.io's values in people's words. A value that this version does not know is shown as it came.
public static class ContactText
{
    public static string? Of(ExtensibleEnum<CompanySize> size) => size.Known switch
    {
        CompanySize.Empty => null,
        CompanySize.SelfEmployed => T["Self-employed"],
        CompanySize.Ten => T["1-10 employees"],
        CompanySize.Fifty => T["11-50 employees"],
        CompanySize.TwoHundred => T["51-200 employees"],
        CompanySize.FiveHundred => T["201-500 employees"],
        CompanySize.OneThousand => T["501-1,000 employees"],
        CompanySize.FiveThousand => T["1,001-5,000 employees"],
        CompanySize.TenThousand => T["5,001-10,000 employees"],
        CompanySize.OverTenThousand => T["More than 10,000 employees"],
        _ => size.Text,
    };

    public static string Of(ExtensibleEnum<PhoneStatus> status) => status.Known switch
    {
        PhoneStatus.Pending => T["Being checked"],
        PhoneStatus.Invalid => T["Not a valid number"],
        PhoneStatus.Valid => T["Valid number"],
        PhoneStatus.ValidationFailed => T["Could not be checked"],
        PhoneStatus.NotValidated => T["Not checked"],
        _ => status.Text,
    };

    public static string Of(ExtensibleEnum<MembershipStatus> status) => status.Known switch
    {
        MembershipStatus.OutOfOffice => T["Out of office"],
        MembershipStatus.Active => T["Active"],
        MembershipStatus.Paused => T["Paused"],
        MembershipStatus.Finished => T["Finished"],
        MembershipStatus.Inactive => T["Inactive"],
        _ => status.Text,
    };

    /// Without an offset, the zone is not known and none is shown.
    public static string? Of(ReplyIoDate? date) => date switch
    {
        null => null,
        { Local: { } local, Offset: { } offset } => $"{Of(local)} (UTC{(offset == TimeSpan.Zero ? "" : Signed(offset))})",
        { Local: { } local } => Of(local),
        { } other => other.Text,
    };

    public static string Of(DateTime moment) => moment.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static string Signed(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
